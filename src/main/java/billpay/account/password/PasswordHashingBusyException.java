package billpay.account.password;

import org.springframework.security.authentication.AuthenticationServiceException;

/**
 * Too many passwords are being hashed at the moment.
 */
public class PasswordHashingBusyException extends AuthenticationServiceException {

	/** The key of the message for the customer. */
	public static final String MESSAGE_KEY = "login.busy";

	/** When to try again, in seconds. */
	public static final int RETRY_AFTER = 5;

	PasswordHashingBusyException() {
		super("Too many passwords are being hashed");
	}

}
