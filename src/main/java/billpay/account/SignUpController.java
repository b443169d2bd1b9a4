package billpay.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Opens an account and signs its owner in.
 */
@Controller
class SignUpController {

	private static final String FORM = "account/signup";

	private final Accounts accounts;

	private final SignIn signIn;

	SignUpController(Accounts accounts, SignIn signIn) {
		this.accounts = accounts;
		this.signIn = signIn;
	}

	@GetMapping("/signup")
	String form(Model model) {
		model.addAttribute("form", new SignUpForm(null, null));
		return FORM;
	}

	@PostMapping("/signup")
	String signUp(@Valid @ModelAttribute("form") SignUpForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		if (form.password().equalsIgnoreCase(form.username()) && !errors.hasFieldErrors("password")) {
			errors.rejectValue("password", "signup.password.name");
		}
		if (!errors.hasErrors()) {
			try {
				this.accounts.open(form.username(), form.password());
				this.signIn.with(form.username(), form.password(), request, response);
				return "redirect:/lookup?notice=signed-up";
			}
			catch (DuplicateKeyException ex) {
				errors.rejectValue("username", "signup.username.taken");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return FORM;
	}

}
