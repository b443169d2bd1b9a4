package billpay.account.security;

import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/**
 * Logs logins, failed logins and logouts (OWASP ASVS 16.3.1). Time, address, request and
 * session are part of every line of the log. A name that does not exist is not logged,
 * because people type passwords there by mistake.
 */
@Component
class SecurityEventLogger {

	private static final Logger log = LoggerFactory.getLogger(SecurityEventLogger.class);

	@EventListener
	void on(AuthenticationSuccessEvent event) {
		log.info("signed-in: user={}", event.getAuthentication().getName());
	}

	@EventListener
	void on(AbstractAuthenticationFailureEvent event) {
		boolean exists = event.getException() instanceof BadCredentialsException;
		log.warn("sign-in-failed: user={}", (exists) ? nameOf(event) : "(unknown)");
	}

	// As the accounts have it; it came as somebody typed it.
	private static String nameOf(AbstractAuthenticationFailureEvent event) {
		return event.getAuthentication().getName().strip().toLowerCase(Locale.ROOT);
	}

	@EventListener
	void on(LogoutSuccessEvent event) {
		log.info("signed-out: user={}", event.getAuthentication().getName());
	}

}
