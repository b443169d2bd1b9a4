package billpay.account.login;

import billpay.account.login.throttle.LoginThrottledException;
import billpay.account.login.throttle.MissingCredentialsException;
import billpay.account.password.PasswordHashingBusyException;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/**
 * Why a login was refused. An unknown name and a wrong password look alike (OWASP ASVS
 * 6.3.8).
 *
 * @param status the response's status
 * @param messageKey the message that says so on the form
 * @param seconds when to try again, 0 for at once
 */
public record LoginRefusal(HttpStatus status, String messageKey, long seconds) {

	static LoginRefusal of(AuthenticationException exception) {
		if (exception instanceof LoginThrottledException throttled) {
			return new LoginRefusal(HttpStatus.TOO_MANY_REQUESTS, "login.wait", throttled.seconds());
		}
		if (exception instanceof PasswordHashingBusyException) {
			return new LoginRefusal(HttpStatus.SERVICE_UNAVAILABLE, PasswordHashingBusyException.MESSAGE_KEY,
					PasswordHashingBusyException.RETRY_AFTER);
		}
		return new LoginRefusal(HttpStatus.UNPROCESSABLE_CONTENT,
				(exception instanceof MissingCredentialsException) ? "login.incomplete" : "login.refused", 0);
	}

	void writeTo(HttpServletResponse response) {
		response.setStatus(this.status.value());
		if (this.seconds > 0) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(this.seconds));
		}
	}

}
