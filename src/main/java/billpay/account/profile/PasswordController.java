package billpay.account.profile;

import java.security.Principal;

import billpay.account.AccountRepository;
import billpay.account.login.throttle.LoginThrottledException;
import billpay.web.error.RefusedRequestException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Changes the password of a customer (OWASP ASVS 6.2.2, 6.2.3) who is no demo customer.
 */
@Controller
class PasswordController {

	private final AccountRepository accounts;

	private final PasswordChange passwordChange;

	private final AccountModelPopulator populator;

	PasswordController(AccountRepository accounts, PasswordChange passwordChange, AccountModelPopulator populator) {
		this.accounts = accounts;
		this.passwordChange = passwordChange;
		this.populator = populator;
	}

	@InitBinder("form")
	void initBinder(WebDataBinder binder, Principal user) {
		binder.addValidators(new PasswordFormValidator(user.getName()));
	}

	@PostMapping("/account/password")
	String change(@Valid @ModelAttribute("form") PasswordForm form, BindingResult errors, Principal user,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect, Model model) {
		rejectSharedAccount(user.getName(), request);
		if (!errors.hasErrors()) {
			try {
				this.passwordChange.submit(user.getName(), form, request);
				redirect.addFlashAttribute("notice", "account.password.changed");
				return "redirect:/account";
			}
			catch (BadCredentialsException ex) {
				errors.rejectValue("oldPassword", "account.password.old.wrong");
			}
			catch (LoginThrottledException ex) {
				errors.rejectValue("oldPassword", "account.password.wait", new Object[] { ex.seconds() }, null);
				response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ex.seconds()));
				response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
				return this.populator.populate(request, form, model);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return this.populator.populate(request, form, model);
	}

	private void rejectSharedAccount(String name, HttpServletRequest request) {
		if (request.isUserInRole("INSTRUCTOR")) {
			throw new RefusedRequestException(HttpStatus.FORBIDDEN, "account.password.instructor");
		}
		if (this.accounts.isDemo(name)) {
			throw new RefusedRequestException(HttpStatus.FORBIDDEN, "account.password.demo");
		}
	}

}
