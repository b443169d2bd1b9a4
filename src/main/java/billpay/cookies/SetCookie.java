package billpay.cookies;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import billpay.web.CookieDefinition;
import billpay.web.format.SensitiveDataRedactor;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Set-Cookie} header: the browser stores or deletes a cookie.
 *
 * @param name the cookie's name
 * @param value its value as it may be shown
 * @param attributes the attributes in the header
 * @param pending whether it is written only when the response is sent
 */
public record SetCookie(String name, String value, List<String> attributes, boolean pending) {

	private static final int MAX_LENGTH = 60;

	static SetCookie of(String header, Map<String, CookieDefinition> ours) {
		String[] parts = header.split(";", -1);
		int equals = parts[0].indexOf('=');
		String name = parts[0].substring(0, Math.max(equals, 0));
		String value = parts[0].substring(equals + 1);
		CookieDefinition definition = ours.get(name);
		return new SetCookie((definition != null) ? definition.name() : SensitiveDataRedactor.redact(name, MAX_LENGTH),
				(definition != null) ? SentCookie.shown(definition, value) : SensitiveDataRedactor.OMITTED,
				Arrays.stream(parts).skip(1).map((part) -> shown(definition, part.strip())).toList(), false);
	}

	// The attributes of our own cookies are known.
	private static String shown(@Nullable CookieDefinition definition, String attribute) {
		return (definition != null) ? attribute : SensitiveDataRedactor.redact(attribute, MAX_LENGTH);
	}

	/**
	 * The cookie of a session that is new, or gets a new id, when the response is sent.
	 * @param cookie what it is
	 * @param fingerprint the new id's fingerprint
	 * @return the cookie
	 */
	public static SetCookie pending(CookieDefinition cookie, String fingerprint) {
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
	 * Whether the browser deletes the cookie.
	 * @return {@code true} for a {@code Max-Age} of zero
	 */
	public boolean forgets() {
		return this.attributes.contains("Max-Age=0");
	}

	/**
	 * Whether it has a lifetime.
	 * @return {@code false} for a temporary cookie
	 */
	public boolean hasMaxAge() {
		return this.attributes.stream().anyMatch((attribute) -> attribute.startsWith("Max-Age="));
	}

}
