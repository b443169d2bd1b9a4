package billpay.account.login.throttle;

import java.util.Locale;

import billpay.account.password.PasswordHashingBusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

/**
 * Checks a password only when the {@link LoginThrottle} permits. Empty or overlong fields
 * are refused without being counted, and an attempt is not counted when it could not be
 * checked because the database was unavailable or too many passwords were being hashed.
 */
@Component
class ThrottledAuthenticationProvider extends DaoAuthenticationProvider {

	private static final Logger log = LoggerFactory.getLogger(ThrottledAuthenticationProvider.class);

	/** Longer than any name or password. */
	private static final int MAX_LENGTH = 1000;

	private final LoginThrottle throttle;

	ThrottledAuthenticationProvider(UserDetailsService users, PasswordEncoder passwords, LoginThrottle throttle) {
		super(users);
		this.throttle = throttle;
		setPasswordEncoder(passwords);
		setHideUserNotFoundExceptions(false); // From the log; no page tells.
		setForcePrincipalAsString(true);
	}

	@Override
	public Authentication authenticate(Authentication login) {
		String account = login.getName().strip().toLowerCase(Locale.ROOT);
		String password = String.valueOf(login.getCredentials());
		if (account.isEmpty() || password.isEmpty()) {
			throw new MissingCredentialsException();
		}
		if (account.length() > MAX_LENGTH || password.length() > MAX_LENGTH) {
			// And not BadCredentialsException, with which the name would be logged.
			throw new UsernameNotFoundException("Nobody has such a name or password");
		}
		BrowserIdentity browser = (BrowserIdentity) login.getDetails();
		Assert.state(browser != null, "It must be known which browser tries");
		// Else ProviderManager copies them into the user of the session.
		((AbstractAuthenticationToken) login).setDetails(null);
		begin(account, browser);
		try {
			// By the very name that is counted: databases differ in what lower case is.
			Authentication user = super.authenticate(
					UsernamePasswordAuthenticationToken.unauthenticated(account, password));
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
