package billpay.account;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Changes a customer's password. Whoever else is signed in to the account is signed out,
 * and this session gets a new id. Guesses at the old password are slowed down as those at
 * the login are.
 */
@Component
class PasswordChange {

	private static final Logger log = LoggerFactory.getLogger(PasswordChange.class);

	private final Accounts accounts;

	private final AccountSessions sessions;

	private final SignInPace pace;

	private final BrowserCookie browserCookie;

	PasswordChange(Accounts accounts, AccountSessions sessions, SignInPace pace, BrowserCookie browserCookie) {
		this.accounts = accounts;
		this.sessions = sessions;
		this.pace = pace;
		this.browserCookie = browserCookie;
	}

	/**
	 * Changes the password if the old one is right.
	 * @param user the account's name
	 * @param form the old and the new password
	 * @param errors is told when nothing has been changed
	 * @param request the request, whose session stays
	 * @param response the response that carries the cookies
	 * @return the time to wait before the next try, zero when this one was let in
	 */
	Duration submit(String user, PasswordForm form, Errors errors, HttpServletRequest request,
			HttpServletResponse response) {
		String browser = request.getSession().getId();
		Duration wait = this.pace.enter(user, browser, this.browserCookie.read(request).orElse(null));
		if (!wait.isZero()) {
			errors.rejectValue("oldPassword", "account.password.wait", new Object[] { wait.toSeconds() + 1 }, null);
		}
		else if (!this.accounts.hasPassword(user, form.oldPassword())) {
			log.warn("password-change-refused: user={}", user);
			errors.rejectValue("oldPassword", "account.password.old.wrong");
		}
		else {
			this.pace.succeeded(user, browser, this.browserCookie.give(request, response));
			this.accounts.changePassword(user, form.newPassword());
			this.sessions.endOthers(user, request.getSession());
			request.changeSessionId();
			log.info("password-changed: user={}", user);
		}
		return wait;
	}

}
