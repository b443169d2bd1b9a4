package billpay.lab.mistake;

import billpay.lab.technique.LabProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The list of all mistakes, and the page of each.
 */
@Controller
class MistakeController {

	private final MistakeRegistry mistakes;

	private final LabProperties properties;

	MistakeController(MistakeRegistry mistakes, LabProperties properties) {
		this.mistakes = mistakes;
		this.properties = properties;
	}

	@GetMapping("/lab/mistakes")
	String all(Model model) {
		model.addAttribute("mistakes", this.mistakes.names());
		model.addAttribute("on", this.properties.mistakes());
		model.addAttribute("minutes", this.properties.keep().toMinutes());
		return "lab/mistake/mistakes";
	}

	@GetMapping("/lab/mistakes/{mistake}")
	String one(@PathVariable("mistake") String name, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		Mistake mistake = this.mistakes.get(name);
		mistake.open(request, response);
		model.addAttribute("mistake", this.mistakes.view(mistake, request));
		return MistakeView.TEMPLATE;
	}

}
