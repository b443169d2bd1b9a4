package billpay.account.signup;

import java.time.Duration;

import billpay.account.AccountRepository;
import billpay.account.login.throttle.BrowserIdentity;

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

	// Throws a DuplicateKeyException when the name is taken.
	void open(SignUpForm form, BrowserIdentity browser) {
		Duration wait = this.throttle.tryAcquire(browser);
		if (!wait.isZero()) {
			throw new SignUpThrottledException(wait);
		}
		try {
			this.accounts.create(form.username(), form.password());
		}
		catch (RuntimeException ex) {
			this.throttle.release(browser);
			throw ex;
		}
	}

}
