package billpay.account.signup;

import java.time.Duration;

import billpay.account.AccountRepository;
import billpay.account.login.throttle.BrowserIdentity;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

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

	// Returns the seconds to wait before an account can be opened, 0 for none.
	long tryAcquire(BrowserIdentity browser) {
		Duration wait = this.throttle.tryAcquire(browser);
		return (wait.isZero()) ? 0 : wait.toSeconds() + 1;
	}

	// Returns false when the name is taken.
	boolean open(SignUpForm form, BrowserIdentity browser) {
		boolean opened = false;
		try {
			this.accounts.create(form.username(), form.password());
			opened = true;
		}
		catch (DuplicateKeyException ex) {
			// The name is taken.
		}
		finally {
			if (!opened) {
				this.throttle.release(browser);
			}
		}
		return opened;
	}

}
