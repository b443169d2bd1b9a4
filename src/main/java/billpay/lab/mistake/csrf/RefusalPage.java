package billpay.lab.mistake.csrf;

import billpay.web.LanguageCookieLocaleResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The page that says why a form was refused, and leads back to the mistake. The cookie
 * with the reader's language does not come with a form of another site, so that form says
 * which language.
 */
final class RefusalPage {

	/** The field with the reader's language. */
	static final String LANGUAGE = "lang";

	private RefusalPage() {
	}

	static String show(String reason, HttpServletRequest request, HttpServletResponse response, Model model) {
		String language = request.getParameter(LANGUAGE);
		LanguageCookieLocaleResolver.SUPPORTED.stream()
			.filter((supported) -> supported.toLanguageTag().equals(language))
			.forEach(
					(supported) -> request.setAttribute(CookieLocaleResolver.LOCALE_REQUEST_ATTRIBUTE_NAME, supported));
		response.setStatus(HttpStatus.FORBIDDEN.value());
		model.addAttribute("reason", reason);
		return "lab/mistake/refusal";
	}

}
