package billpay.account.password;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Answers 503 with {@code Retry-After} to a sign-up or a password change while too many
 * passwords are being hashed.
 */
@ControllerAdvice
class PasswordHashingControllerAdvice {

	@ExceptionHandler(PasswordHashingBusyException.class)
	void busy(HttpServletResponse response) throws IOException {
		response.setIntHeader(HttpHeaders.RETRY_AFTER, PasswordHashingBusyException.RETRY_AFTER);
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value(), PasswordHashingBusyException.MESSAGE_KEY);
	}

}
