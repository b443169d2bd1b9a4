package billpay.serverview;

import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import billpay.session.SessionFingerprint;
import billpay.web.CookieDefinition;
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
record SentCookie(String name, @Nullable String value, Kind kind) {

	private static final int MOST_LETTERS = 60;

	static SentCookie of(Cookie cookie, Map<String, CookieDefinition> ours, UnaryOperator<String> fingerprints) {
		CookieDefinition known = ours.get(cookie.getName());
		if (known == null) {
			return new SentCookie(Redaction.of(cookie.getName(), MOST_LETTERS), null, Kind.OTHER);
		}
		String value = Objects.requireNonNullElse(cookie.getValue(), "");
		return new SentCookie(known.name(), shown(known, value, fingerprints),
				(known.temporary()) ? Kind.TEMPORARY : Kind.LONG_LIVED);
	}

	/**
	 * The value of a cookie of ours as it may be shown.
	 * @param known the cookie
	 * @param value its value
	 * @return the value or its fingerprint; nothing of nothing
	 */
	static String shown(CookieDefinition known, String value) {
		return shown(known, value, SessionFingerprint::of);
	}

	private static String shown(CookieDefinition known, String value, UnaryOperator<String> fingerprints) {
		if (value.isEmpty()) {
			return value;
		}
		return (known.secretValue()) ? fingerprints.apply(value) : Redaction.of(value, MOST_LETTERS);
	}

	/**
	 * The two kinds of ours, and the others.
	 */
	enum Kind {

		TEMPORARY("kind.temporary"), LONG_LIVED("kind.long-lived"), OTHER("kind.other");

		private final String key;

		private final String markup;

		Kind(String key) {
			this.key = key;
			this.markup = "</code> {" + key + "}</span>\n";
		}

		/**
		 * The key of the message that names it.
		 * @return the key
		 */
		String key() {
			return this.key;
		}

		/**
		 * The end of a line about such a cookie, see {@link Texts.In#fill}.
		 * @return markup
		 */
		String markup() {
			return this.markup;
		}

	}

}
