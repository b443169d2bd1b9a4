package billpay.account.password;

import org.springframework.security.authentication.AuthenticationServiceException;

/**
 * So many passwords are being hashed that this one cannot be now.
 */
public class PasswordHashingBusyException extends AuthenticationServiceException {

	/** The message that tells a person so. */
	public static final String MESSAGE_KEY = "login.busy";

	/** When to try again, in seconds. */
	public static final int RETRY_AFTER = 5;

	PasswordHashingBusyException() {
		super("Too many passwords are being hashed");
	}

}
