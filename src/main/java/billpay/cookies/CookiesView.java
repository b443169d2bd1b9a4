package billpay.cookies;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import billpay.web.CookieDefinition;
import billpay.web.format.SensitiveDataRedactor;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/**
 * The cookies of one request, prepared for display. A client can send anything, so texts
 * are shortened, invisible characters are replaced and possible secrets are omitted. The
 * value of a cookie that this application did not set is not shown: it may be a secret of
 * another program.
 *
 * @param shared a cookie that stands for all in what they have in common
 * @param temporary the temporary cookies of this application, sent or not
 * @param longLived the long-lived cookies of this application, sent or not
 * @param sent name and value of the cookies of this application that were sent
 * @param others the first other cookies, in their order
 * @param more how many others there are beyond these
 * @param startsSession whether this response creates a session for the buttons
 * @param buttonsMissing whether there would be buttons if there were a session
 */
public record CookiesView(CookieDefinition shared, List<OwnCookie> temporary, List<OwnCookie> longLived,
		List<String> sent, List<Other> others, int more, boolean startsSession, boolean buttonsMissing) {

	private static final int MAX_OTHERS = 10;

	private static final int MAX_OF_ONE_NAME = 3;

	private static final int MAX_LENGTH = 60;

	static CookiesView of(List<CookieDefinition> definitions, HttpServletRequest request, HttpServletResponse response,
			boolean buttons) {
		List<Cookie> sent = Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream).toList();
		boolean hasSession = request.getSession(false) != null;
		List<OwnCookie> own = definitions.stream()
			.map((definition) -> OwnCookie.of(definition, sent, response, hasSession, buttons))
			.toList();
		List<Cookie> others = sent.stream()
			.filter((cookie) -> definitions.stream().noneMatch((ours) -> ours.name().equals(cookie.getName())))
			.toList();
		boolean anySent = own.stream().anyMatch(OwnCookie::isSent);
		return new CookiesView(definitions.get(0),
				own.stream().filter((cookie) -> cookie.definition().temporary()).toList(),
				own.stream().filter((cookie) -> !cookie.definition().temporary()).toList(),
				own.stream().flatMap(OwnCookie::texts).toList(),
				others.stream().limit(MAX_OTHERS).map(Other::of).toList(), Math.max(0, others.size() - MAX_OTHERS),
				anySent && !hasSession && buttons, anySent && !hasSession && !buttons);
	}

	/**
	 * Whether the request had no cookie at all.
	 * @return {@code true} for a request without cookies
	 */
	public boolean isEmpty() {
		return this.sent.isEmpty() && this.others.isEmpty();
	}

	/**
	 * A cookie of this application.
	 *
	 * @param definition what it is
	 * @param values the values that this request sent under its name, the fingerprint of
	 * a secret; more than one only if another program sets a cookie of the same name
	 * @param set whether the response to this request sets it
	 * @param orphan whether it was sent and has the id of no session
	 * @param forgettable whether there is a button that deletes it
	 */
	public record OwnCookie(CookieDefinition definition, List<String> values, boolean set, boolean orphan,
			boolean forgettable) {

		static OwnCookie of(CookieDefinition definition, List<Cookie> sent, HttpServletResponse response,
				boolean hasSession, boolean buttons) {
			List<String> values = sent.stream()
				.filter((cookie) -> cookie.getName().equals(definition.name()))
				.limit(MAX_OF_ONE_NAME)
				.map((cookie) -> SentCookie.shown(definition, Objects.requireNonNullElse(cookie.getValue(), "")))
				.toList();
			boolean set = response.getHeaders(HttpHeaders.SET_COOKIE)
				.stream()
				.anyMatch((header) -> header.startsWith(definition.name() + "="));
			return new OwnCookie(definition, values, set,
					definition.temporary() && definition.secretValue() && !values.isEmpty() && !hasSession,
					!values.isEmpty() && (hasSession || buttons));
		}

		/**
		 * Whether this request sent it.
		 * @return {@code true} when it was sent
		 */
		public boolean isSent() {
			return !this.values.isEmpty();
		}

		Stream<String> texts() {
			return this.values.stream().map((value) -> this.definition.name() + "=" + value);
		}

		/**
		 * Whether its name has a prefix with which browsers accept it over TLS only (RFC
		 * 6265bis).
		 * @return {@code true} for {@code __Host-} and {@code __Secure-}
		 */
		public boolean isPrefixed() {
			return this.definition.name().startsWith("__");
		}

	}

	/**
	 * A cookie that this application did not set.
	 *
	 * @param name its name
	 * @param length how many characters its value has
	 */
	public record Other(String name, int length) {

		static Other of(Cookie cookie) {
			return new Other(SensitiveDataRedactor.redact(cookie.getName(), MAX_LENGTH),
					Objects.requireNonNullElse(cookie.getValue(), "").length());
		}

	}

}
