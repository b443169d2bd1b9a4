package billpay.account.login.throttle;

import org.springframework.security.authentication.BadCredentialsException;

/**
 * The name or the password was left empty.
 */
public class MissingCredentialsException extends BadCredentialsException {

	/**
	 * Creates the exception.
	 */
	public MissingCredentialsException() {
		super("No name or no password");
	}

}
