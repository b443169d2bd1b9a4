package billpay.account.profile;

import java.security.Principal;

import billpay.account.AccountRepository;
import billpay.web.error.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The customer's account page: the sessions, each of which can be ended.
 */
@Controller
class AccountController {

	private final AccountRepository accounts;

	private final AccountSessionService sessions;

	private final AccountModelPopulator populator;

	AccountController(AccountRepository accounts, AccountSessionService sessions, AccountModelPopulator populator) {
		this.accounts = accounts;
		this.sessions = sessions;
		this.populator = populator;
	}

	@GetMapping("/account")
	String page(HttpServletRequest request, Model model) {
		return this.populator.populate(request, new PasswordForm(null, null), model);
	}

	@PostMapping("/account/sessions/{fingerprint}/end")
	String endSession(@PathVariable String fingerprint, Principal user, HttpSession session,
			RedirectAttributes redirect) {
		if (this.accounts.isDemo(user.getName())) {
			throw new NotFoundException("error.no-such-session");
		}
		boolean ended = this.sessions.end(user.getName(), session, fingerprint);
		redirect.addFlashAttribute("notice", (ended) ? "account.sessions.ended" : "account.sessions.ended-already");
		return "redirect:/account";
	}

}
