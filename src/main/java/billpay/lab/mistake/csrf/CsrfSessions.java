package billpay.lab.mistake.csrf;

import billpay.lab.mistake.MistakeSessions;
import billpay.web.CookieDefinition;
import billpay.web.CookieDefinitionFactory;
import billpay.web.error.RefusedRequestException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The session of a form that another site may send: it has a token, and is found by a
 * cookie without {@code SameSite}. {@code Lax} would keep the cookie at home; Chromium
 * sends one without the attribute along for two minutes after it was created.
 */
@Component
class CsrfSessions {

	private static final String TOKEN = "no-csrf-token.token";

	private final StringKeyGenerator tokens = KeyGenerators.string();

	private final MistakeSessions sessions;

	private final CookieDefinition cookie;

	CsrfSessions(MistakeSessions sessions, CookieDefinitionFactory cookies) {
		this.sessions = sessions;
		this.cookie = MistakeSessions.cookie(cookies, "LAB_NO_SAMESITE", NoCsrfTokenController.PATH, "");
	}

	// A cookie that is deleted and set again is a new one, and its two minutes begin.
	void open(HttpServletRequest request, HttpServletResponse response) {
		this.sessions.update(request, response, (session) -> {
			if (session.getAttribute(TOKEN) == null) {
				session.setAttribute(TOKEN, this.tokens.generateKey());
			}
			this.cookie.forget(response);
			this.cookie.write(session.getId(), response);
		});
	}

	void resume(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, this.cookie.name());
		if (cookie == null || !this.sessions.resume(cookie.getValue(), request)) {
			throw new RefusedRequestException(HttpStatus.FORBIDDEN, "lab.mistake.no-csrf-token.no-cookie");
		}
	}

	@Nullable String tokenOf(HttpServletRequest request) {
		return this.sessions.read(request, CsrfSessions::tokenOf);
	}

	static @Nullable String tokenOf(Session session) {
		return session.getAttribute(TOKEN);
	}

}
