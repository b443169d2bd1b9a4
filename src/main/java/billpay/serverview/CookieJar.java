package billpay.serverview;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import billpay.session.SessionFingerprint;
import billpay.web.CookieDefinition;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/**
 * The cookies of one request, as they may be shown. A client can send anything: texts are
 * cut, letters that nobody sees are replaced, what may be a secret is left out, and of a
 * cookie that is not ours the value stays untold, as it may be another program's secret.
 *
 * @param ours every cookie of ours, sent or not
 * @param others the first of those that are not ours, in their order
 * @param more how many others there are beyond these
 */
record CookieJar(List<Ours> ours, List<Other> others, int more) {

	private static final int MOST_OTHERS = 10;

	private static final int MOST_OF_ONE_NAME = 3;

	private static final int MOST_LETTERS = 60;

	/**
	 * Looks at a request's cookies.
	 * @param known the cookies of ours
	 * @param request the request that carries them
	 * @param response the response, for what it sets already
	 * @return the cookies
	 */
	static CookieJar of(List<CookieDefinition> known, HttpServletRequest request, HttpServletResponse response) {
		List<Cookie> sent = Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream).toList();
		List<Cookie> others = sent.stream()
			.filter((cookie) -> known.stream().noneMatch((ours) -> ours.name().equals(cookie.getName())))
			.toList();
		return new CookieJar(known.stream().map((ours) -> Ours.of(ours, sent, response)).toList(),
				others.stream().limit(MOST_OTHERS).map(Other::of).toList(), Math.max(0, others.size() - MOST_OTHERS));
	}

	public boolean anyOfOurs() {
		return this.ours.stream().anyMatch(Ours::sent);
	}

	public boolean empty() {
		return !anyOfOurs() && this.others.isEmpty();
	}

	public List<Ours> temporary() {
		return this.ours.stream().filter((cookie) -> cookie.known().temporary()).toList();
	}

	public List<Ours> longLived() {
		return this.ours.stream().filter((cookie) -> !cookie.known().temporary()).toList();
	}

	private static String shown(String text) {
		return Redaction.of(text, MOST_LETTERS);
	}

	/**
	 * A cookie of ours.
	 *
	 * @param known what it is
	 * @param values what this request brought under its name, the fingerprint of a
	 * secret; more than one only where somebody else sets a cookie of the same name
	 * @param set whether the answer to this request sets it
	 */
	record Ours(CookieDefinition known, List<String> values, boolean set) {

		static Ours of(CookieDefinition known, List<Cookie> sent, HttpServletResponse response) {
			List<String> values = sent.stream()
				.filter((cookie) -> cookie.getName().equals(known.name()))
				.limit(MOST_OF_ONE_NAME)
				.map((cookie) -> Objects.requireNonNullElse(cookie.getValue(), ""))
				.map((value) -> (known.secretValue()) ? SessionFingerprint.of(value) : shown(value))
				.toList();
			return new Ours(known, values,
					response.getHeaders(HttpHeaders.SET_COOKIE)
						.stream()
						.anyMatch((header) -> header.startsWith(known.name() + "=")));
		}

		public boolean sent() {
			return !this.values.isEmpty();
		}

	}

	/**
	 * A cookie that is not ours.
	 *
	 * @param name its name
	 * @param length how many characters its value has
	 */
	record Other(String name, int length) {

		static Other of(Cookie cookie) {
			return new Other(shown(cookie.getName()), Objects.requireNonNullElse(cookie.getValue(), "").length());
		}

	}

}
