package billpay.account.signup;

import java.time.Duration;

/**
 * A browser, or all of them together, have to wait before the next sign-up.
 */
class SignUpThrottledException extends RuntimeException {

	private final Duration wait;

	SignUpThrottledException(Duration wait) {
		super("To be tried again in " + wait);
		this.wait = wait;
	}

	// Whole seconds, after which the browser may try.
	long seconds() {
		return this.wait.toSeconds() + 1;
	}

}
