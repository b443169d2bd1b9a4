package billpay.cookies;

import java.util.Map;
import java.util.Objects;

import billpay.session.SessionFingerprint;
import billpay.web.CookieDefinition;
import billpay.web.format.SensitiveDataRedactor;
import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;

/**
 * A cookie that came with a request.
 *
 * @param name its name
 * @param value its value, the fingerprint of a secret one, {@code null} when the cookie
 * is not ours
 * @param kind what it is
 */
public record SentCookie(String name, @Nullable String value, Kind kind) {

	private static final int MAX_LENGTH = 60;

	static SentCookie of(Cookie cookie, Map<String, CookieDefinition> ours) {
		CookieDefinition definition = ours.get(cookie.getName());
		if (definition == null) {
			return new SentCookie(SensitiveDataRedactor.redact(cookie.getName(), MAX_LENGTH), null, Kind.OTHER);
		}
		return new SentCookie(definition.name(), shown(definition, Objects.requireNonNullElse(cookie.getValue(), "")),
				(definition.temporary()) ? Kind.TEMPORARY : Kind.LONG_LIVED);
	}

	static String shown(CookieDefinition definition, String value) {
		if (value.isEmpty()) {
			return value;
		}
		return (definition.secretValue()) ? SessionFingerprint.of(value)
				: SensitiveDataRedactor.redact(value, MAX_LENGTH);
	}

	/**
	 * Name and value, as a browser sends them.
	 * @return such as {@code BILLPAY_LANGUAGE=en}, the name alone when the cookie is not
	 * ours
	 */
	public String text() {
		return (this.value != null) ? this.name + "=" + this.value : this.name;
	}

	/**
	 * Whether it is the cookie of a session.
	 * @return {@code true} when its value is a secret and goes with the browser
	 */
	public boolean namesSession() {
		return this.kind == Kind.TEMPORARY && this.value != null && this.value.startsWith("#");
	}

	/**
	 * The two kinds of ours, and the others.
	 */
	public enum Kind {

		/** Deleted when the browser is closed. */
		TEMPORARY("temporary"),

		/** Kept when the browser is closed. */
		LONG_LIVED("long-lived"),

		/** Not ours. */
		OTHER("other");

		private final String key;

		Kind(String key) {
			this.key = key;
		}

		/**
		 * What names it in message keys.
		 * @return such as {@code long-lived}
		 */
		public String key() {
			return this.key;
		}

	}

}
