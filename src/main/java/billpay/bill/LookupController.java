package billpay.bill;

import java.security.Principal;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The lookup: the form sends a number, and the session remembers it.
 */
@Controller
class LookupController {

	private final RememberedNumberRepository rememberedNumbers;

	private final LookupFormValidator validator;

	private final PhoneNumberViewFactory views;

	LookupController(RememberedNumberRepository rememberedNumbers, LookupFormValidator validator,
			PhoneNumberViewFactory views) {
		this.rememberedNumbers = rememberedNumbers;
		this.validator = validator;
		this.views = views;
	}

	@InitBinder("form")
	void initBinder(WebDataBinder binder) {
		binder.addValidators(this.validator);
	}

	@GetMapping("/lookup")
	String form(Principal user, HttpSession session, Model model) {
		model.addAttribute("form",
				new LookupForm(this.rememberedNumbers.find(session).map(PhoneNumber::toString).orElse("")));
		return show(user, session, model);
	}

	@PostMapping("/lookup")
	String lookUp(@Valid @ModelAttribute("form") LookupForm form, BindingResult errors, Principal user,
			HttpSession session, HttpServletResponse response, Model model) {
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(user, session, model);
		}
		this.rememberedNumbers.save(form.parse(), session);
		return "redirect:/bill";
	}

	private String show(Principal user, HttpSession session, Model model) {
		List<PhoneNumberView> numbers = this.views.of(user.getName(), this.rememberedNumbers.find(session));
		model.addAttribute("numbers", numbers);
		model.addAttribute("nothingDue",
				!numbers.isEmpty() && numbers.stream().allMatch(PhoneNumberView::isNothingDue));
		return "bill/lookup";
	}

}
