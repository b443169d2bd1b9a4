package billpay.lab.mistake.csrf;

import java.util.Objects;

import billpay.lab.http.ServerAddress;
import billpay.lab.technique.LabProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page of another site, which sends forms to {@link NoCsrfTokenController}. It is
 * this server by its address 127.0.0.1, which to a browser is another site than
 * localhost. Its content security policy allows these forms, and no other page's does.
 */
@Controller
class OtherSiteController {

	private static final String PATH = NoCsrfTokenController.PATH + "/other-site";

	private static final String POLICY = "Content-Security-Policy";

	private static final String OWN_FORMS = "form-action 'self'";

	private final LabProperties properties;

	OtherSiteController(LabProperties properties) {
		this.properties = properties;
	}

	// Only on its own machine has this server a second address. The cookies of that one
	// are not those of localhost, so the address says which language.
	static @Nullable String addressFor(HttpServletRequest request) {
		if (!isAtLocalhost(request)) {
			return null;
		}
		return inThisLanguage(ServerAddress.of(request).replace("//localhost:", "//127.0.0.1:") + PATH);
	}

	// For a browser that has opened the page by another name of this machine.
	static @Nullable String addressAtLocalhost(HttpServletRequest request) {
		if (isAtLocalhost(request) || !ServerAddress.isLoopback(request)) {
			return null;
		}
		return inThisLanguage(ServerAddress.of(request) + NoCsrfTokenController.PATH);
	}

	private static boolean isAtLocalhost(HttpServletRequest request) {
		return ServerAddress.isLoopback(request) && request.getServerName().equals("localhost");
	}

	private static String inThisLanguage(String address) {
		return address + "?lang=" + language();
	}

	private static String language() {
		return LocaleContextHolder.getLocale().toLanguageTag();
	}

	@GetMapping(PATH)
	String show(HttpServletRequest request, HttpServletResponse response, Model model) {
		String target = ServerAddress.of(request) + NoCsrfTokenController.PATH;
		// The first filter has set it already.
		String policy = Objects.requireNonNull(response.getHeader(POLICY));
		response.setHeader(POLICY, policy.replace(OWN_FORMS, OWN_FORMS + " " + target + "/"));
		model.addAttribute("target", target);
		model.addAttribute(RefusalPage.LANGUAGE, language());
		model.addAttribute("on", this.properties.mistakes());
		return "lab/mistake/other-site";
	}

}
