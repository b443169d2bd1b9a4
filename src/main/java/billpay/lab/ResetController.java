package billpay.lab;

import billpay.lab.mistake.MistakeSessions;
import billpay.lab.technique.TechniqueRegistry;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Puts the lab of one browser back to its beginning. A script of the page that follows
 * empties the browser's storage.
 */
@Controller
class ResetController {

	private final TechniqueRegistry techniques;

	private final MistakeSessions mistakes;

	ResetController(TechniqueRegistry techniques, MistakeSessions mistakes) {
		this.techniques = techniques;
		this.mistakes = mistakes;
	}

	@PostMapping("/lab/state/reset")
	String reset(HttpServletResponse response) {
		this.techniques.all().forEach((technique) -> technique.forget(response));
		this.mistakes.forget(response);
		return "redirect:/lab?reset";
	}

}
