package billpay.account.password;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Tells whoever signs up or changes a password when to come back, if the server is busy
 * hashing others.
 */
@ControllerAdvice
class PasswordHashingControllerAdvice {

	@ExceptionHandler(PasswordHashingBusyException.class)
	void busy(HttpServletResponse response) throws IOException {
		response.setIntHeader(HttpHeaders.RETRY_AFTER, PasswordHashingBusyException.RETRY_AFTER);
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value(), PasswordHashingBusyException.MESSAGE_KEY);
	}

}
