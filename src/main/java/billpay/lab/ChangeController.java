package billpay.lab;

import java.util.Objects;

import billpay.lab.order.LabOrder;
import billpay.lab.order.Subscriber;
import billpay.lab.technique.DecodedState;
import billpay.lab.technique.Technique;
import billpay.lab.technique.TechniqueRegistry;
import billpay.web.error.RefusedRequestException;
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
 * Changes what the browser carries, as its owner could. An attempt begins with that: with
 * what the request or the form brings, or with a new order when the server accepts
 * neither.
 */
@Controller
class ChangeController {

	private final TechniqueRegistry techniques;

	private final FormModelPopulator forms;

	ChangeController(TechniqueRegistry techniques, FormModelPopulator forms) {
		this.techniques = techniques;
		this.forms = forms;
	}

	@PostMapping("/lab/{technique}/change")
	String change(@PathVariable("technique") String name, @Valid @ModelAttribute("change") ChangeForm change,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model) {
		Technique technique = this.techniques.get(name);
		if (errors.hasFieldErrors("attempt")) {
			throw new RefusedRequestException(HttpStatus.BAD_REQUEST, "error.400");
		}
		change.validate(technique, errors);
		if (errors.hasErrors()) {
			model.addAttribute("form", NumberForm.suggested());
			return this.forms.refuse(technique, request, response, model);
		}
		String sent = technique.receive(request);
		String carried = (sent != null) ? sent : Objects.requireNonNullElse(change.carried(), "");
		boolean begun = change.attempt() != null && !(technique.decode(carried) instanceof DecodedState.Remembered);
		String own = (begun) ? technique.update(carried, LabOrder.of(Subscriber.MARK, 1)) : carried;
		String changed = change.apply(technique, own);
		technique.send(changed, response);
		model.addAttribute("begun", begun && !own.isEmpty());
		model.addAttribute("attempt", (changed.equals(own)) ? "nothing" : change.key());
		this.forms.populate(technique, changed, null, request, response, model);
		return "lab/number";
	}

}
