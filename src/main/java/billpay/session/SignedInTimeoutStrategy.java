package billpay.session;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Sets the longer idle timeout of a session at login.
 */
record SignedInTimeoutStrategy(Duration idle) implements SessionAuthenticationStrategy {

	@Override
	public void onAuthentication(Authentication authentication, HttpServletRequest request,
			HttpServletResponse response) {
		request.getSession().setMaxInactiveInterval(Math.toIntExact(this.idle.toSeconds()));
	}

}
