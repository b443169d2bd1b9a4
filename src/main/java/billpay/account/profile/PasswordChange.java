package billpay.account.profile;

import billpay.account.AccountRepository;
import billpay.account.login.throttle.BrowserIdentity;
import billpay.account.login.throttle.BrowserIdentityCookie;
import billpay.account.login.throttle.LoginThrottle;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/**
 * Changes a customer's password. All other sessions of the account are ended, and this
 * one gets a new id. Attempts with a wrong old password are throttled as logins are.
 */
@Component
class PasswordChange {

	private static final Logger log = LoggerFactory.getLogger(PasswordChange.class);

	private final AccountRepository accounts;

	private final AccountSessionService sessions;

	private final LoginThrottle throttle;

	private final BrowserIdentityCookie browserCookie;

	PasswordChange(AccountRepository accounts, AccountSessionService sessions, LoginThrottle throttle,
			BrowserIdentityCookie browserCookie) {
		this.accounts = accounts;
		this.sessions = sessions;
		this.throttle = throttle;
		this.browserCookie = browserCookie;
	}

	// Throws a BadCredentialsException for a wrong old password, which counts as a failed
	// login, and a LoginThrottledException after too many of them.
	void submit(String user, PasswordForm form, HttpServletRequest request) {
		BrowserIdentity browser = this.browserCookie.buildDetails(request);
		this.throttle.beginAttempt(user, browser);
		if (!matchesPassword(user, form.oldPassword(), browser)) {
			log.warn("password-change-refused: user={}", user);
			throw new BadCredentialsException("The old password is wrong");
		}
		this.throttle.recordSuccess(user, browser);
		// Before the change too: if the session store is unavailable, nothing has
		// changed.
		this.sessions.endOthers(user, request.getSession());
		this.accounts.changePassword(user, form.newPassword());
		this.sessions.endOthers(user, request.getSession());
		request.changeSessionId();
		log.info("password-changed: user={}", user);
	}

	private boolean matchesPassword(String user, String password, BrowserIdentity browser) {
		try {
			return this.accounts.hasPassword(user, password);
		}
		catch (RuntimeException ex) {
			// A failed check says nothing about the password.
			this.throttle.cancelAttempt(user, browser);
			throw ex;
		}
	}

}
