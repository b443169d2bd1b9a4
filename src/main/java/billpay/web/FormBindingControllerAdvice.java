package billpay.web;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Fills a form from the request by its constructor alone. Other parameters have no
 * effect, also those that look like a path into a property, such as {@code name[0]}
 * (OWASP ASVS 15.3.3).
 */
@ControllerAdvice
class FormBindingControllerAdvice {

	@InitBinder
	void bindByConstructor(WebDataBinder binder) {
		binder.setDeclarativeBinding(true);
	}

}
