package billpay.account.login;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Logs a new customer in with the parts that the login form uses.
 * {@code HttpServletRequest.login} would keep the session's id and hash the password a
 * second time.
 */
@Component
public class ProgrammaticLogin {

	private final UserDetailsService users;

	private final SessionAuthenticationStrategy session;

	private final SessionAuthenticationStrategy formToken = new CsrfAuthenticationStrategy(
			new HttpSessionCsrfTokenRepository());

	private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	private final AuthenticationEventPublisher events;

	private final LoginSuccessHandler success;

	ProgrammaticLogin(UserDetailsService users, LoginSessionStrategy session, AuthenticationEventPublisher events,
			LoginSuccessHandler success) {
		this.users = users;
		this.session = session;
		this.events = events;
		this.success = success;
	}

	/**
	 * Puts a user into the session. The password must have been seen to.
	 * @param username the account's name
	 * @param request the request whose session it is
	 * @param response the response that carries the cookies
	 */
	public void login(String username, HttpServletRequest request, HttpServletResponse response) {
		UserDetails account = this.users.loadUserByUsername(username);
		List<GrantedAuthority> authorities = new ArrayList<>(account.getAuthorities());
		authorities.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY));
		Authentication user = UsernamePasswordAuthenticationToken.authenticated(account.getUsername(), null,
				authorities);
		this.session.onAuthentication(user, request, response);
		this.formToken.onAuthentication(user, request, response);
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(user);
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
		this.events.publishAuthenticationSuccess(user);
		this.success.remember(user, request, response);
	}

}
