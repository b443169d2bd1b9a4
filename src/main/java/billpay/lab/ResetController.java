package billpay.lab;

import billpay.lab.technique.Techniques;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Puts the lab of one browser back to its beginning. A script of the page that follows
 * empties the browser's storage.
 */
@Controller
class ResetController {

	private final Techniques techniques;

	ResetController(Techniques techniques) {
		this.techniques = techniques;
	}

	@PostMapping("/lab/state/reset")
	String reset(HttpServletResponse response) {
		this.techniques.all().forEach((technique) -> technique.forget(response));
		return "redirect:/lab?reset";
	}

}
