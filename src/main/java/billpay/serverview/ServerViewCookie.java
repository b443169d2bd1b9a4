package billpay.serverview;

import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;

import billpay.serverview.TakeoverRepository.TakenOverSession;
import billpay.session.SessionFingerprint;
import billpay.web.CookieDefinition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Component;

/**
 * The long-lived cookie of the server view. It holds what this browser has chosen:
 * {@code off}, or the random token by which its recorded requests are found. A session's
 * id would not find them: it changes, and is gone when the session has ended. The
 * requests of a browser that has taken over another one's session are found by the
 * other's token for as long as it sends the id of that session.
 */
@Component
public class ServerViewCookie {

	private static final String OFF = "off";

	private static final int BYTES = 24;

	/** What Base64 makes of so many bytes. */
	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");

	private final StringKeyGenerator tokens = new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(),
			BYTES);

	private final CookieDefinition definition;

	private final CookieDefinition session;

	private final TakeoverRepository takeovers;

	private final ServerViewProperties properties;

	ServerViewCookie(@Qualifier("serverViewCookieDefinition") CookieDefinition definition,
			@Qualifier("sessionCookieDefinition") CookieDefinition session, TakeoverRepository takeovers,
			ServerViewProperties properties) {
		this.definition = definition;
		this.session = session;
		this.takeovers = takeovers;
		this.properties = properties;
	}

	/**
	 * What a browser has chosen.
	 * @param request the request
	 * @return the choice, the configured one where there is none that makes sense
	 */
	public Choice read(HttpServletRequest request) {
		String value = this.definition.read(request);
		if (OFF.equals(value)) {
			return new Choice(false, null, null);
		}
		if (value == null || !TOKEN.matcher(value).matches()) {
			return new Choice(this.properties.enabled(), null, null);
		}
		TakenOverSession session = this.takeovers.find(value);
		String sent = this.session.read(request);
		boolean valid = session != null && sent != null && session.fingerprint().equals(SessionFingerprint.of(sent));
		return (valid) ? new Choice(true, session.ownersToken(), value) : new Choice(true, value, value);
	}

	/**
	 * Switches the server view on, or gives a browser another token.
	 * @param response the response that carries the cookie
	 * @return the token
	 */
	public String issueToken(HttpServletResponse response) {
		String token = this.tokens.generateKey();
		this.definition.write(token, response);
		return token;
	}

	/**
	 * Records that a browser has taken over the session of another one: its requests
	 * belong to the other's conversation as long as it sends the id of that session.
	 * @param ownersToken what that conversation is found by
	 * @param sessionId the session
	 * @param response the response that carries the browser's own new token
	 * @return the browser's own new token
	 */
	public String takeOver(String ownersToken, String sessionId, HttpServletResponse response) {
		String token = issueToken(response);
		this.takeovers.add(token, new TakenOverSession(ownersToken, SessionFingerprint.of(sessionId)));
		return token;
	}

	/**
	 * Switches the server view off.
	 * @param response the response that carries the cookie
	 */
	public void switchOff(HttpServletResponse response) {
		this.definition.write(OFF, response);
	}

	/**
	 * What a browser has chosen.
	 *
	 * @param on whether it sees the server's side
	 * @param token what its recorded requests are found by, {@code null} while it has
	 * none
	 * @param ownToken the browser's own token, which is another one while it has the
	 * session of another browser
	 */
	public record Choice(boolean on, @Nullable String token, @Nullable String ownToken) {

		/**
		 * Whether the recorded requests are in the conversation of another browser.
		 * @return {@code true} while this one has the other's session
		 */
		public boolean otherBrowser() {
			return !Objects.equals(this.token, this.ownToken);
		}

	}

}
