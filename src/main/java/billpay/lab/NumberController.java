package billpay.lab;

import billpay.lab.order.LabOrder;
import billpay.lab.technique.Technique;
import billpay.lab.technique.TechniqueRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The first request of a technique. The response is the page and no redirect: the page
 * after a redirect could not show this exchange, and the server would have to remember
 * the order until then, which is what the techniques are about. So a browser asks before
 * it goes back to the page.
 */
@Controller
class NumberController {

	private final TechniqueRegistry techniques;

	private final FormModelPopulator forms;

	NumberController(TechniqueRegistry techniques, FormModelPopulator forms) {
		this.techniques = techniques;
		this.forms = forms;
	}

	@PostMapping("/lab/{technique}/number")
	String number(@PathVariable("technique") String name, @Valid @ModelAttribute("form") NumberForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model) {
		Technique technique = this.techniques.get(name);
		if (errors.hasErrors()) {
			model.addAttribute("change", ChangeForm.of(""));
			return this.forms.refuse(technique, request, response, model);
		}
		LabOrder order = form.order();
		String state = technique.update(technique.receive(request), order);
		technique.send(state, response);
		this.forms.populate(technique, state, order, request, response, model);
		return "lab/number";
	}

}
