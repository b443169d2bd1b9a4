package billpay.account.login;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/**
 * Changes the session's id at login and then calls the strategies of other modules. When
 * another user is still signed in, the new one gets a new session: number and cart belong
 * to the other.
 */
@Component
public class LoginSessionStrategy implements SessionAuthenticationStrategy {

	private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

	private final SessionAuthenticationStrategy changeId = new ChangeSessionIdAuthenticationStrategy();

	private final List<SessionAuthenticationStrategy> others;

	LoginSessionStrategy(List<SessionAuthenticationStrategy> others) {
		this.others = others;
	}

	@Override
	public void onAuthentication(Authentication user, HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession(false);
		Authentication before = SecurityContextHolder.getContext().getAuthentication();
		if (session != null && this.trust.isAuthenticated(before) && !before.getName().equals(user.getName())) {
			session.invalidate();
			request.getSession();
		}
		this.changeId.onAuthentication(user, request, response);
		this.others.forEach((other) -> other.onAuthentication(user, request, response));
	}

}
