package billpay.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Logs who signs in, who fails to and who signs out (OWASP ASVS 16.3.1). Time, address,
 * request and session stand in every line of the log.
 */
@Component
class SecurityEvents {

	private static final Logger log = LoggerFactory.getLogger(SecurityEvents.class);

	private static final int LONGEST_NAME = 40;

	@EventListener
	void on(AuthenticationSuccessEvent event) {
		log.info("signed-in: user={}", nameOf(event));
	}

	@EventListener
	void on(AbstractAuthenticationFailureEvent event) {
		log.warn("sign-in-failed: user={}", nameOf(event));
	}

	@EventListener
	void on(LogoutSuccessEvent event) {
		log.info("signed-out: user={}", nameOf(event));
	}

	private static String nameOf(AbstractAuthenticationEvent event) {
		// As typed, and somebody may type a page of it.
		return StringUtils.truncate(event.getAuthentication().getName(), LONGEST_NAME);
	}

}
