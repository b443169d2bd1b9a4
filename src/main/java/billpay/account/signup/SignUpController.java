package billpay.account.signup;

import billpay.account.login.ProgrammaticLogin;
import billpay.account.login.throttle.BrowserIdentityCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Creates an account and logs its owner in. A signed-in customer has to sign out first,
 * because number and cart would be lost with the session.
 */
@Controller
class SignUpController {

	private final SignUpService signUp;

	private final BrowserIdentityCookie browserCookie;

	private final ProgrammaticLogin login;

	SignUpController(SignUpService signUp, BrowserIdentityCookie browserCookie, ProgrammaticLogin login) {
		this.signUp = signUp;
		this.browserCookie = browserCookie;
		this.login = login;
	}

	@InitBinder("form")
	void initBinder(WebDataBinder binder) {
		binder.addValidators(new SignUpFormValidator());
	}

	@GetMapping("/signup")
	String form(Model model) {
		model.addAttribute("form", new SignUpForm(null, null));
		return "account/signup";
	}

	@PostMapping("/signup")
	String signUp(@Valid @ModelAttribute("form") SignUpForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, RedirectAttributes redirect) {
		if (request.getRemoteUser() != null) {
			return "redirect:/signup";
		}
		if (!errors.hasErrors()) {
			try {
				this.signUp.open(form, this.browserCookie.buildDetails(request));
				this.login.login(form.username(), request, response);
				redirect.addFlashAttribute("notice", "notice.signed-up");
				return "redirect:/lookup";
			}
			catch (DuplicateKeyException ex) {
				errors.rejectValue("username", "signup.username.taken");
			}
			catch (SignUpThrottledException ex) {
				errors.reject("signup.wait", new Object[] { ex.seconds() }, null);
				response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ex.seconds()));
				response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
				return "account/signup";
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "account/signup";
	}

}
