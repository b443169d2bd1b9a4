package billpay.account.signup;

import java.time.Duration;

import billpay.account.AccountRepository;
import billpay.account.login.throttle.BrowserIdentity;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Creates accounts, within the limits of the {@link SignUpThrottle}. A sign-up that fails
 * is not counted.
 */
@Component
class SignUpService {

	private final AccountRepository accounts;

	private final SignUpThrottle throttle;

	SignUpService(AccountRepository accounts, SignUpThrottle throttle) {
		this.accounts = accounts;
		this.throttle = throttle;
	}

	// Returns the seconds to wait before an account can be opened, 0 for none. There are
	// errors when none was opened.
	long open(SignUpForm form, BrowserIdentity browser, Errors errors) {
		Duration wait = this.throttle.tryAcquire(browser);
		if (!wait.isZero()) {
			long seconds = wait.toSeconds() + 1;
			errors.reject("signup.wait", new Object[] { seconds }, null);
			return seconds;
		}
		boolean opened = false;
		try {
			this.accounts.create(form.username(), form.password());
			opened = true;
		}
		catch (DuplicateKeyException ex) {
			errors.rejectValue("username", "signup.username.taken");
		}
		finally {
			if (!opened) {
				this.throttle.release(browser);
			}
		}
		return 0;
	}

}
