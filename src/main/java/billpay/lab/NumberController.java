package billpay.lab;

import java.util.Objects;

import billpay.lab.order.LabOrder;
import billpay.lab.order.Subscriber;
import billpay.lab.technique.DecodedState;
import billpay.lab.technique.Technique;
import billpay.lab.technique.TechniqueRegistry;
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
 * The first request of a technique, and the changes to what it leaves in the browser. The
 * response is the page and no redirect: the page after a redirect could not show this
 * exchange, and the server would have to remember the order until then, which is what the
 * techniques are about. So a browser asks before it goes back to the page.
 */
@Controller
class NumberController {

	private final TechniqueRegistry techniques;

	private final TechniqueViewFactory views;

	private final FormModelPopulator forms;

	NumberController(TechniqueRegistry techniques, TechniqueViewFactory views, FormModelPopulator forms) {
		this.techniques = techniques;
		this.views = views;
		this.forms = forms;
	}

	@PostMapping("/lab/{technique}/number")
	String number(@PathVariable("technique") String name, @Valid @ModelAttribute("form") NumberForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model) {
		Technique technique = this.techniques.get(name);
		if (errors.hasErrors()) {
			model.addAttribute("change", ChangeForm.of(""));
			return refuse(technique, request, response, model);
		}
		LabOrder order = form.order();
		String state = technique.update(technique.receive(request), order);
		technique.send(state, response);
		this.forms.populate(technique, state, order, request, response, model);
		return "lab/number";
	}

	@PostMapping("/lab/{technique}/change")
	String change(@PathVariable("technique") String name, @Valid @ModelAttribute("change") ChangeForm change,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model) {
		Technique technique = this.techniques.get(name);
		change.validate(technique, errors);
		if (errors.hasErrors()) {
			model.addAttribute("form", NumberForm.suggested());
			return refuse(technique, request, response, model);
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

	private String refuse(Technique technique, HttpServletRequest request, HttpServletResponse response, Model model) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("technique", this.views.of(technique, request));
		return "lab/technique";
	}

}
