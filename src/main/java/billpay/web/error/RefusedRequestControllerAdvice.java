package billpay.web.error;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Hands the message key of a refusal to the error page. Spring MVC would hand over the
 * sentence itself, which the error page cannot tell from a framework's own messages, and
 * those it never shows.
 */
@ControllerAdvice
class RefusedRequestControllerAdvice {

	@ExceptionHandler
	void send(RefusedRequestException refusal, HttpServletResponse response) throws IOException {
		response.sendError(refusal.getStatusCode().value(), refusal.getReason());
	}

}
