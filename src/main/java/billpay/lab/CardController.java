package billpay.lab;

import billpay.lab.technique.DecodedState;
import billpay.lab.technique.Technique;
import billpay.lab.technique.TechniqueRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The second request of a technique. Nothing is paid in the lab.
 */
@Controller
class CardController {

	private final TechniqueRegistry techniques;

	private final TechniqueViewFactory views;

	private final FormModelPopulator forms;

	CardController(TechniqueRegistry techniques, TechniqueViewFactory views, FormModelPopulator forms) {
		this.techniques = techniques;
		this.views = views;
		this.forms = forms;
	}

	// An address can be edited and passed on: then it shows the form.
	@GetMapping("/lab/{technique}/card")
	String form(@PathVariable("technique") String name, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		Technique technique = this.techniques.get(name);
		String state = technique.receive(request);
		if (state == null || !(technique.decode(state) instanceof DecodedState.Remembered remembered)) {
			return card(name, request, response, model);
		}
		this.forms.populate(technique, state, remembered.order(), request, response, model);
		return "lab/number";
	}

	@PostMapping("/lab/{technique}/card")
	String card(@PathVariable("technique") String name, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		Technique technique = this.techniques.get(name);
		String state = technique.receive(request);
		DecodedState decoded = (state != null) ? technique.decode(state) : new DecodedState.Nothing();
		if (!(decoded instanceof DecodedState.Remembered)) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		model.addAttribute("technique", this.views.of(technique, request));
		model.addAttribute("answer", this.views.answer(decoded));
		model.addAttribute("exchange", CurrentExchange.of(request, response, !technique.isFetched(), state));
		return "lab/card";
	}

}
