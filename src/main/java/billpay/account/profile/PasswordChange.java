package billpay.account.profile;

import billpay.account.AccountRepository;
import billpay.account.login.throttle.BrowserIdentityCookie;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Changes a customer's password. All other sessions of the account are ended, and this
 * one gets a new id. The old password is checked as at a login, and attempts with a wrong
 * one are throttled alike.
 */
@Component
class PasswordChange {

	private static final Logger log = LoggerFactory.getLogger(PasswordChange.class);

	private final AccountRepository accounts;

	private final AccountSessionService sessions;

	private final AuthenticationProvider login;

	private final BrowserIdentityCookie browserCookie;

	PasswordChange(AccountRepository accounts, AccountSessionService sessions, AuthenticationProvider login,
			BrowserIdentityCookie browserCookie) {
		this.accounts = accounts;
		this.sessions = sessions;
		this.login = login;
		this.browserCookie = browserCookie;
	}

	// Throws a BadCredentialsException for a wrong old password, which counts as a failed
	// login, and a LoginThrottledException after too many of them.
	void submit(String user, PasswordForm form, HttpServletRequest request) {
		checkPassword(user, form.oldPassword(), request);
		// Before the change too: if the session store is unavailable, nothing has
		// changed.
		this.sessions.endOthers(user, request.getSession());
		this.accounts.changePassword(user, form.newPassword());
		this.sessions.endOthers(user, request.getSession());
		request.changeSessionId();
		log.info("password-changed: user={}", user);
	}

	private void checkPassword(String user, String password, HttpServletRequest request) {
		UsernamePasswordAuthenticationToken attempt = UsernamePasswordAuthenticationToken.unauthenticated(user,
				password);
		attempt.setDetails(this.browserCookie.buildDetails(request));
		try {
			this.login.authenticate(attempt);
		}
		catch (BadCredentialsException ex) {
			log.warn("password-change-refused: user={}", user);
			throw ex;
		}
	}

}
