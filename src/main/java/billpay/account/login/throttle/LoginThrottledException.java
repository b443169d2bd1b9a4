package billpay.account.login.throttle;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/**
 * A browser has to wait before its next login attempt.
 */
public class LoginThrottledException extends AuthenticationException {

	private final Duration wait;

	/**
	 * Creates the exception.
	 * @param wait the time left until the browser may try
	 */
	public LoginThrottledException(Duration wait) {
		super("To be tried again in " + wait);
		this.wait = wait;
	}

	/**
	 * When to try again.
	 * @return the time left in whole seconds, after which the browser may try
	 */
	public long seconds() {
		return this.wait.plusSeconds(1).minusNanos(1).toSeconds();
	}

}
