package billpay.bill;

import java.security.Principal;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The first request: it says the number, and the session remembers it.
 */
@Controller
class LookupController {

	private final PhoneNumberRepository numbers;

	private final NumberViewFactory views;

	private final BillProperties properties;

	LookupController(PhoneNumberRepository numbers, NumberViewFactory views, BillProperties properties) {
		this.numbers = numbers;
		this.views = views;
		this.properties = properties;
	}

	@GetMapping("/lookup")
	String form(Principal user, HttpSession session, Model model) {
		model.addAttribute("form", new LookupForm(null));
		return show(user, session, model);
	}

	@PostMapping("/lookup")
	String lookUp(@ModelAttribute("form") LookupForm form, BindingResult errors, Principal user, HttpSession session,
			HttpServletResponse response, Model model) {
		PhoneNumber number = find(form, errors);
		if (number == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(user, session, model);
		}
		RememberedNumber.set(session, number);
		return "redirect:/bill";
	}

	private String show(Principal user, HttpSession session, Model model) {
		PhoneNumber last = RememberedNumber.in(session);
		List<NumberView> numbers = this.views.of(user.getName(), last);
		model.addAttribute("numbers", numbers);
		model.addAttribute("nothingDue", !numbers.isEmpty() && numbers.stream().allMatch(NumberView::isNothingDue));
		model.addAttribute("lastNumber", (last != null) ? last.toString() : "");
		return "bill/lookup";
	}

	private @Nullable PhoneNumber find(LookupForm form, BindingResult errors) {
		try {
			PhoneNumber number = PhoneNumber.parse(form.phoneNumber(), this.properties.region());
			if (!this.numbers.exists(number)) {
				errors.rejectValue("phoneNumber", "lookup.nobody", new Object[] { number }, null);
			}
			return (errors.hasErrors()) ? null : number;
		}
		catch (PhoneNumber.InvalidPhoneNumberException ex) {
			errors.rejectValue("phoneNumber",
					(form.phoneNumber().isEmpty()) ? "lookup.empty" : "lookup." + ex.reason());
			return null;
		}
	}

}
