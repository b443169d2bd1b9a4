package billpay.lab.mistake;

import java.util.Objects;

import billpay.lab.technique.LabProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page of another site, which sends forms to {@link NoCsrfTokenController}. It is
 * this server by its address 127.0.0.1, which to a browser is another site than
 * localhost. Its content security policy allows these forms, and no other page's does.
 */
@Controller
class StrangerController {

	private static final String POLICY = "Content-Security-Policy";

	private static final String OWN_FORMS = "form-action 'self'";

	private final LabProperties properties;

	StrangerController(LabProperties properties) {
		this.properties = properties;
	}

	@GetMapping(NoCsrfTokenController.PATH + "/stranger")
	String stranger(HttpServletRequest request, HttpServletResponse response, Model model) {
		String target = Mistakes.siteOf(request, "localhost") + NoCsrfTokenController.PATH;
		// The first filter has set it already.
		String policy = Objects.requireNonNull(response.getHeader(POLICY));
		response.setHeader(POLICY, policy.replace(OWN_FORMS, OWN_FORMS + " " + target + "/"));
		model.addAttribute("target", target);
		model.addAttribute("on", this.properties.mistakes());
		return "lab/mistake/stranger";
	}

}
