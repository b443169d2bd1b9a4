package billpay.serverview.exchange;

import java.util.List;

import billpay.cookies.SentCookie;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * What a browser asked for, as it may be shown and kept: no secret is in it.
 *
 * @param method the method
 * @param target path and query as they came, without what may be a secret
 * @param protocol the version of HTTP
 * @param referer the page that the browser says it came from, with its site when that is
 * another one, {@code null} when it says none
 * @param cookies the cookies, or the first of them and all of ours, in their order
 * @param moreCookies how many more cookies came
 * @param form the form that it brought, {@code null} when it brought none
 * @param whole whether the target is all that came
 * @param headers the headers without cookies, in their order
 * @param otherBrowser whether it came from another browser, which has taken the session
 * over
 */
public record RecordedRequest(String method, String target, String protocol, @Nullable String referer,
		List<SentCookie> cookies, int moreCookies, @Nullable RecordedForm form, boolean whole, List<Header> headers,
		boolean otherBrowser) {

	/**
	 * Method and target.
	 * @return such as {@code GET /bill}
	 */
	public String what() {
		return this.method + " " + this.target;
	}

	/**
	 * Whether the browser has brought none of our cookies.
	 * @return {@code true} for a first request, and for browsers that block cookies
	 */
	public boolean isFromStranger() {
		return this.cookies.stream().allMatch((cookie) -> cookie.kind() == SentCookie.Kind.OTHER);
	}

	/**
	 * The proxy that passed the request on (RFC 9110, section 7.6.3).
	 * @return the value of {@code Via}, {@code null} when the browser has sent it
	 * directly
	 */
	public @Nullable String via() {
		return header(HttpHeaders.VIA);
	}

	/**
	 * A header by its name.
	 * @param name the name in any case
	 * @return its value, {@code null} when it did not come or is not kept
	 */
	public @Nullable String header(String name) {
		return this.headers.stream()
			.filter((header) -> header.name().equalsIgnoreCase(name))
			.map(Header::value)
			.findFirst()
			.orElse(null);
	}

}
