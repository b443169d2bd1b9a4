package billpay.lab.mistake.csrf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import billpay.lab.mistake.MistakeSessions;
import billpay.web.CookieDefinition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.session.Session;
import org.springframework.session.SessionIdGenerator;
import org.springframework.stereotype.Component;

/**
 * The session of a form that another site may send: it has a token, and is found by a
 * cookie without {@code SameSite}. {@code Lax} would keep the cookie at home; Chromium
 * sends one without the attribute along for two minutes after it was created.
 */
@Component
class CsrfSessions {

	private static final String TOKEN = "no-csrf-token.token";

	private final SessionIdGenerator tokens;

	private final MistakeSessions sessions;

	private final CookieDefinition cookie;

	CsrfSessions(SessionIdGenerator tokens, MistakeSessions sessions) {
		this.tokens = tokens;
		this.sessions = sessions;
		this.cookie = sessions.cookie("LAB_NO_SAMESITE", NoCsrfTokenController.PATH, "");
	}

	// A cookie that is deleted and set again is a new one, and its two minutes begin.
	void open(HttpServletRequest request, HttpServletResponse response) {
		this.sessions.update(request, response, (session) -> {
			if (session.getAttribute(TOKEN) == null) {
				session.setAttribute(TOKEN, this.tokens.generate());
			}
			this.cookie.forget(response);
			this.cookie.write(session.getId(), response);
		});
	}

	// Finds the session by the cookie, and returns its token.
	@Nullable String resume(HttpServletRequest request) {
		String id = this.cookie.read(request);
		boolean known = id != null && this.sessions.resume(id, request);
		return (known) ? this.sessions.read(request, CsrfSessions::tokenOf) : null;
	}

	// In a time that does not tell how much of the token is right.
	static boolean isSame(String token, String expected) {
		return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
	}

	static @Nullable String tokenOf(Session session) {
		return session.getAttribute(TOKEN);
	}

}
