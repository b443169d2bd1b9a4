package billpay.account.login;

import org.springframework.security.authentication.BadCredentialsException;

/**
 * The name or the password was left empty.
 */
class LoginIncompleteException extends BadCredentialsException {

	LoginIncompleteException() {
		super("No name or no password");
	}

}
