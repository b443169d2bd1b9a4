package billpay.account.security;

import java.io.IOException;

import billpay.account.login.LoginPageRedirector;
import billpay.web.ReturnPath;

import org.springframework.security.web.session.SessionInformationExpiredEvent;
import org.springframework.security.web.session.SessionInformationExpiredStrategy;
import org.springframework.stereotype.Component;

/**
 * Redirects a session that was ended because its account had too many (OWASP ASVS 7.1.2)
 * to the login page, with a notice.
 */
@Component
class MaximumSessionsExpiredStrategy implements SessionInformationExpiredStrategy {

	private final LoginPageRedirector redirect;

	MaximumSessionsExpiredStrategy(LoginPageRedirector redirect) {
		this.redirect = redirect;
	}

	@Override
	public void onExpiredSessionDetected(SessionInformationExpiredEvent event) throws IOException {
		// For the notice; the old one has been invalidated.
		event.getRequest().getSession();
		this.redirect.redirect("login.too-many-sessions", event.getRequest(), event.getResponse(),
				ReturnPath.fromRequest(event.getRequest()));
	}

}
