package billpay.lab;

import billpay.lab.mistake.MistakeRegistry;
import billpay.lab.mistake.MistakeSessions;
import billpay.lab.technique.TechniqueRegistry;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Puts the lab of one browser back to its beginning. A script of the page that follows
 * empties the browser's storage.
 */
@Controller
class ResetController {

	private final TechniqueRegistry techniques;

	private final MistakeRegistry mistakes;

	private final MistakeSessions sessions;

	ResetController(TechniqueRegistry techniques, MistakeRegistry mistakes, MistakeSessions sessions) {
		this.techniques = techniques;
		this.mistakes = mistakes;
		this.sessions = sessions;
	}

	// A mistake is played again on its own page.
	@PostMapping("/lab/state/reset")
	String reset(@RequestParam(required = false) @Nullable String mistake, HttpServletResponse response) {
		String page = (mistake != null) ? this.mistakes.get(mistake).page() : "/lab";
		this.techniques.all().forEach((technique) -> technique.forget(response));
		this.sessions.forget(response);
		return "redirect:" + page + "?reset";
	}

}
