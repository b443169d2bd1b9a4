package billpay.account.login.throttle;

import java.util.Locale;

import billpay.account.password.PasswordHashingBusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.util.Assert;

/**
 * Checks a password only when the {@link LoginThrottle} permits. Empty or overlong fields
 * are refused without being counted, and an attempt is not counted when it could not be
 * checked because the database was unavailable or too many passwords were being hashed.
 */
public final class ThrottledAuthenticationManager implements AuthenticationManager {

	private static final Logger log = LoggerFactory.getLogger(ThrottledAuthenticationManager.class);

	/** Longer than any name or password. */
	private static final int MAX_LENGTH = 1000;

	private final AuthenticationManager delegate;

	private final LoginThrottle throttle;

	/**
	 * Creates the decorator.
	 * @param delegate checks name and password
	 * @param throttle counts the attempts of a {@link BrowserIdentity}, which is the
	 * token's details
	 */
	public ThrottledAuthenticationManager(AuthenticationManager delegate, LoginThrottle throttle) {
		this.delegate = delegate;
		this.throttle = throttle;
	}

	@Override
	public Authentication authenticate(Authentication login) {
		String account = login.getName().strip().toLowerCase(Locale.ROOT);
		if (account.isEmpty() || String.valueOf(login.getCredentials()).isEmpty()) {
			throw new MissingCredentialsException();
		}
		if (!isPossible(account) || !isPossible(String.valueOf(login.getCredentials()))) {
			throw new BadCredentialsException("Nobody has such a name or password");
		}
		BrowserIdentity browser = (BrowserIdentity) login.getDetails();
		Assert.state(browser != null, "It must be known which browser tries");
		begin(account, browser);
		try {
			// By the very name that is counted: databases differ in what lower case is.
			Authentication user = this.delegate
				.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(account, login.getCredentials()));
			this.throttle.recordSuccess(account, browser);
			return user;
		}
		catch (PasswordHashingBusyException ex) {
			this.throttle.cancelAttempt(account, browser);
			throw ex;
		}
		catch (InternalAuthenticationServiceException ex) {
			// That the accounts cannot be asked says nothing about the password.
			this.throttle.cancelAttempt(account, browser);
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private static boolean isPossible(String field) {
		return field.length() <= MAX_LENGTH;
	}

	private void begin(String account, BrowserIdentity browser) {
		try {
			this.throttle.beginAttempt(account, browser);
		}
		catch (LoginThrottledException ex) {
			log.warn("sign-in-slowed: seconds={}", ex.seconds());
			throw ex;
		}
	}

}
