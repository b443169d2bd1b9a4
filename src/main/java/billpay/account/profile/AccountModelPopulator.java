package billpay.account.profile;

import java.util.ArrayList;
import java.util.List;

import billpay.account.AccountRepository;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Fills the model of the account page, which two controllers show. A demo customer is
 * shared by a whole class, so only the current session is shown.
 */
@Component
class AccountModelPopulator {

	private final AccountRepository accounts;

	private final AccountSessionService sessions;

	AccountModelPopulator(AccountRepository accounts, AccountSessionService sessions) {
		this.accounts = accounts;
		this.sessions = sessions;
	}

	// Returns the name of the view.
	String populate(HttpServletRequest request, PasswordForm form, Model model) {
		String user = request.getRemoteUser();
		HttpSession current = request.getSession();
		boolean demo = this.accounts.isDemo(user);
		List<AccountSession> shown = new ArrayList<>(List.of(this.sessions.current(current)));
		if (!demo) {
			shown.addAll(this.sessions.others(user, current));
		}
		model.addAttribute("form", form);
		model.addAttribute("demo", demo);
		model.addAttribute("changeable", !demo && !request.isUserInRole("INSTRUCTOR"));
		model.addAttribute("sessions", shown);
		return "account/account";
	}

}
