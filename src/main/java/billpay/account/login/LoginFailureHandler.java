package billpay.account.login;

import java.io.IOException;

import billpay.account.login.throttle.LoginThrottledException;
import billpay.account.login.throttle.MissingCredentialsException;
import billpay.account.password.PasswordHashingBusyException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/**
 * Shows the login form again after a failed login, with a status for the reason. An
 * unknown name and a wrong password look alike (OWASP ASVS 6.3.8).
 */
@Component
public class LoginFailureHandler implements AuthenticationFailureHandler {

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException, ServletException {
		Reason reason = Reason.of(exception);
		response.setStatus(reason.status().value());
		if (reason.seconds() > 0) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(reason.seconds()));
		}
		request.setAttribute(WebAttributes.AUTHENTICATION_EXCEPTION, exception);
		request.getRequestDispatcher("/login").forward(asGet(request), response);
	}

	// A forwarded request passes Spring Security again, which would take a POST for
	// another login.
	private static HttpServletRequest asGet(HttpServletRequest request) {
		return new HttpServletRequestWrapper(request) {
			@Override
			public String getMethod() {
				return HttpMethod.GET.name();
			}
		};
	}

	/**
	 * Why nobody was logged in.
	 *
	 * @param status the answer's status
	 * @param messageKey the message that says so on the form
	 * @param seconds when to try again, 0 for at once
	 */
	record Reason(HttpStatus status, String messageKey, long seconds) {

		static Reason of(AuthenticationException exception) {
			if (exception instanceof LoginThrottledException throttled) {
				return new Reason(HttpStatus.TOO_MANY_REQUESTS, "login.wait", throttled.seconds());
			}
			if (exception instanceof PasswordHashingBusyException) {
				return new Reason(HttpStatus.SERVICE_UNAVAILABLE, PasswordHashingBusyException.MESSAGE_KEY,
						PasswordHashingBusyException.RETRY_AFTER);
			}
			return new Reason(HttpStatus.UNPROCESSABLE_CONTENT,
					(exception instanceof MissingCredentialsException) ? "login.incomplete" : "login.refused", 0);
		}

	}

}
