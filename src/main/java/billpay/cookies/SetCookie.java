package billpay.cookies;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import billpay.web.CookieDefinition;
import billpay.web.format.SensitiveDataRedactor;

/**
 * An order to the browser to keep a cookie or to forget it.
 *
 * @param name the cookie's name
 * @param value its value as it may be shown
 * @param attributes what else the header says, part by part
 * @param toCome whether it is written only when the answer leaves
 */
public record SetCookie(String name, String value, List<String> attributes, boolean toCome) {

	private static final int MAX_LENGTH = 60;

	static SetCookie of(String header, Map<String, CookieDefinition> ours) {
		String[] parts = header.split("; ");
		int equals = parts[0].indexOf('=');
		String name = parts[0].substring(0, Math.max(equals, 0));
		String value = parts[0].substring(equals + 1);
		CookieDefinition definition = ours.get(name);
		return new SetCookie((definition != null) ? definition.name() : SensitiveDataRedactor.redact(name, MAX_LENGTH),
				(definition != null) ? SentCookie.shown(definition, value) : SensitiveDataRedactor.OMITTED,
				Arrays.stream(parts).skip(1).map((part) -> SensitiveDataRedactor.redact(part, MAX_LENGTH)).toList(),
				false);
	}

	/**
	 * The cookie of a session that begins, or gets another id, when the answer leaves.
	 * @param cookie what it is
	 * @param fingerprint the new id's fingerprint
	 * @return the order
	 */
	public static SetCookie toCome(CookieDefinition cookie, String fingerprint) {
		return new SetCookie(cookie.name(), fingerprint,
				(cookie.secure())
						? List.of("Path=" + cookie.path(), "Secure", "HttpOnly", "SameSite=" + cookie.sameSite())
						: List.of("Path=" + cookie.path(), "HttpOnly", "SameSite=" + cookie.sameSite()),
				true);
	}

	/**
	 * Name and value, as the header has them.
	 * @return such as {@code BILLPAY_LANGUAGE=en}
	 */
	public String text() {
		return this.name + "=" + this.value;
	}

	/**
	 * The whole of the header.
	 * @return such as {@code BILLPAY_LANGUAGE=en; Path=/; HttpOnly}
	 */
	public String header() {
		return Stream.concat(Stream.of(text()), this.attributes.stream()).collect(Collectors.joining("; "));
	}

	/**
	 * Whether the browser is to forget the cookie.
	 * @return {@code true} for a lifetime of nothing
	 */
	public boolean forgets() {
		return this.attributes.contains("Max-Age=0");
	}

	/**
	 * Whether it says how long the browser is to keep the cookie.
	 * @return {@code false} for a temporary cookie
	 */
	public boolean keepsFor() {
		return this.attributes.stream().anyMatch((attribute) -> attribute.startsWith("Max-Age="));
	}

}
