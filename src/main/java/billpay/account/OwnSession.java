package billpay.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Whoever signs in over somebody else who is still signed in gets a session of their own:
 * number and cart belong to the one who left.
 */
class OwnSession implements SessionAuthenticationStrategy {

	@Override
	public void onAuthentication(Authentication user, HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession(false);
		String before = request.getRemoteUser();
		if (session != null && before != null && !before.equals(user.getName())) {
			session.invalidate();
			request.getSession();
		}
	}

}
