package billpay.account;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Puts a user into the session. Called by our own controllers and not by Spring
 * Security's form-login filter, because a form that is refused is rendered again with 422
 * and because signing up signs in as well.
 */
@Component
class SignIn {

	private final AuthenticationManager authentication;

	private final SessionAuthenticationStrategy session;

	private final SecurityContextRepository contexts;

	private final VisitorCookie visitorCookie;

	/**
	 * Creates the use case.
	 * @param authentication checks name and password
	 * @param strategies what other rooms do to a session when somebody signs in
	 * @param csrfTokens where the form token is, which is renewed
	 * @param contexts where the user is stored
	 * @param visitorCookie the greeting
	 */
	SignIn(AuthenticationManager authentication, List<SessionAuthenticationStrategy> strategies,
			CsrfTokenRepository csrfTokens, SecurityContextRepository contexts, VisitorCookie visitorCookie) {
		this.authentication = authentication;
		this.session = new CompositeSessionAuthenticationStrategy(List.of(new OwnSession(),
				new ChangeSessionIdAuthenticationStrategy(), new CompositeSessionAuthenticationStrategy(strategies),
				new CsrfAuthenticationStrategy(csrfTokens)));
		this.contexts = contexts;
		this.visitorCookie = visitorCookie;
	}

	/**
	 * Signs a user in: checks the password, changes the session's id, stores the user.
	 * @param username the account's name as typed
	 * @param password the password as typed
	 * @param request the request whose session it is
	 * @param response the response that carries the cookies
	 * @throws org.springframework.security.core.AuthenticationException when name and
	 * password do not belong together
	 */
	void with(String username, String password, HttpServletRequest request, HttpServletResponse response) {
		Authentication user = authenticate(username, password);
		this.session.onAuthentication(user, request, response);
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(user);
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
		makeFormToken(request);
		this.visitorCookie.remember(user.getName(), request, response);
	}

	private Authentication authenticate(String username, String password) {
		try {
			return this.authentication
				.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password));
		}
		catch (InternalAuthenticationServiceException ex) {
			// That the accounts cannot be asked says nothing about the password.
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private static void makeFormToken(HttpServletRequest request) {
		// Else the first page with a form would make it, and a page that only shows
		// something would change the session.
		if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
			token.getToken();
		}
	}

}
