package billpay.lab;

import billpay.lab.technique.LabOrder;
import billpay.lab.technique.Recollection;
import billpay.lab.technique.Subscriber;
import billpay.lab.technique.Technique;
import billpay.lab.technique.Techniques;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The two requests of a technique. They answer directly and do not redirect, so that each
 * is one request and one response; nothing is paid in the lab.
 */
@Controller
class StepController {

	private final Techniques techniques;

	private final TechniqueViewFactory views;

	StepController(Techniques techniques, TechniqueViewFactory views) {
		this.techniques = techniques;
		this.views = views;
	}

	@PostMapping("/lab/{technique}/number")
	String number(@PathVariable("technique") String name, @Valid @ModelAttribute("form") NumberForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model) {
		Technique technique = this.techniques.get(name);
		if (errors.hasErrors()) {
			model.addAttribute("change", ChangeForm.empty());
			return refuse(technique, request, response, model);
		}
		LabOrder order = form.order();
		String sent = technique.receive(request);
		String state = (sent != null) ? technique.update(sent, order) : technique.encode(order);
		model.addAttribute("order", this.views.order(order));
		return give(technique, state, request, response, model);
	}

	@PostMapping("/lab/{technique}/change")
	String change(@PathVariable("technique") String name, @Valid @ModelAttribute("change") ChangeForm change,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model) {
		Technique technique = this.techniques.get(name);
		if (errors.hasErrors()) {
			model.addAttribute("form", NumberForm.suggested());
			return refuse(technique, request, response, model);
		}
		String own = technique.encode(LabOrder.of(Subscriber.MARK, 1));
		String changed = change.apply(technique, own);
		model.addAttribute("unchanged", changed.equals(own));
		return give(technique, changed, request, response, model);
	}

	@PostMapping("/lab/{technique}/card")
	String card(@PathVariable("technique") String name, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		Technique technique = this.techniques.get(name);
		String state = technique.receive(request);
		Recollection recollection = (state != null) ? technique.decode(state) : new Recollection.Nothing();
		if (!(recollection instanceof Recollection.Remembered)) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		model.addAttribute("technique", this.views.of(technique, request));
		model.addAttribute("answer", this.views.answer(recollection));
		model.addAttribute("exchange", LiveExchange.of(request, response, state));
		return "lab/card";
	}

	private String give(Technique technique, String state, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		technique.send(state, response);
		model.addAttribute("technique", this.views.of(technique, request));
		model.addAttribute("state", state);
		model.addAttribute("exchange", LiveExchange.of(request, response, state));
		return "lab/number";
	}

	private String refuse(Technique technique, HttpServletRequest request, HttpServletResponse response, Model model) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("technique", this.views.of(technique, request));
		return "lab/technique";
	}

}
