package billpay.web.error;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Passes the message key of a {@link RefusedRequestException} to the error page. Spring
 * MVC would pass the resolved sentence, which the error page cannot tell from a message
 * of a framework, and those are not shown.
 */
@ControllerAdvice
class RefusedRequestControllerAdvice {

	@ExceptionHandler
	void send(RefusedRequestException refusal, HttpServletResponse response) throws IOException {
		response.sendError(refusal.getStatusCode().value(), refusal.getReason());
	}

}
