package billpay.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Hands the message key of what was not found to the error page. Spring MVC would hand
 * over the sentence itself, which the error page cannot tell from a framework's own
 * messages, and those it never shows.
 */
@ControllerAdvice
class NotFoundSentence {

	@ExceptionHandler
	void send(NotFound missing, HttpServletResponse response) throws IOException {
		response.sendError(missing.getStatusCode().value(), missing.getReason());
	}

}
