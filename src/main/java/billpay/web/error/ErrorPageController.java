package billpay.web.error;

import java.util.Locale;

import billpay.web.ReturnPath;
import billpay.web.format.SensitiveDataRedactor;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The error page: a headline and a sentence for the status or its reason, links, and the
 * id of the request, which is in the log too. It shows no internals (OWASP ASVS 16.5.1).
 */
@Controller
class ErrorPageController implements ErrorController {

	static final String VIEW = "error";

	private static final int MAX_LENGTH = 100;

	private static final Logger log = LoggerFactory.getLogger(ErrorPageController.class);

	private final ErrorMessages messages;

	ErrorPageController(ErrorMessages messages) {
		this.messages = messages;
	}

	@RequestMapping("${spring.web.error.path:/error}")
	String show(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		HttpStatus status = statusOf(request);
		if (status.is5xxServerError() && status != HttpStatus.SERVICE_UNAVAILABLE) {
			log.error("Request {} to {} failed with {}", RequestId.of(request),
					SensitiveDataRedactor
						.redact(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)), MAX_LENGTH),
					status.value(), (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
		}
		response.setStatus(status.value());
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		Object reason = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
		model.addAttribute("status", status.value());
		model.addAttribute("heading", this.messages.heading(status.value(), reason, locale));
		model.addAttribute("sentence", this.messages.sentence(status.value(), reason, locale));
		model.addAttribute("requestId", RequestId.of(request));
		model.addAttribute("back", ReturnPath.fromReferer(request).orElse(null));
		return VIEW;
	}

	private static HttpStatus statusOf(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code instanceof Integer value) ? HttpStatus.resolve(value) : HttpStatus.NOT_FOUND;
		return (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
	}

}
