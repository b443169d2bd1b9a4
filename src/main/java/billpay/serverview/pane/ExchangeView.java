package billpay.serverview.pane;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, as the pane shows them.
 *
 * @param request method and target
 * @param requestLine the same with the version of HTTP
 * @param status the status, such as {@code 303}
 * @param statusLine status and reason phrase
 * @param fields the names of the form's fields, {@code null} when it was none
 * @param cookies the cookies that came, none of them when they are the same as before
 * @param cookiesNote what stands in their place, {@code null} when they are shown
 * @param sessionNote what stands in the place of the calls, {@code null} when there are
 * any
 * @param calls what server and session store said to each other
 * @param life how long the session has lived and will live, {@code null} when it is not
 * shown
 * @param changes what the request did to the session, {@code null} when it did nothing
 * @param answered whether there is more of the answer than its status
 * @param location where it sends the browser, {@code null} when nowhere
 * @param setCookies what the browser is to keep or forget
 */
public record ExchangeView(String request, String requestLine, String status, String statusLine,
		@Nullable List<String> fields, List<SentCookieView> cookies, @Nullable String cookiesNote,
		@Nullable String sessionNote, List<Call> calls, @Nullable Life life, @Nullable List<ChangeView> changes,
		boolean answered, @Nullable String location, List<SetCookieView> setCookies) {

	/**
	 * A cookie that came.
	 *
	 * @param text name and value
	 * @param kind what it is
	 */
	public record SentCookieView(String text, String kind) {
	}

	/**
	 * What server and session store said to each other.
	 *
	 * @param kind names it for the style sheet
	 * @param before the fingerprint until then, {@code null} unless it has changed
	 * @param session the session's fingerprint
	 * @param text what happened
	 */
	public record Call(String kind, @Nullable String before, String session, String text) {
	}

	/**
	 * The life of a session.
	 *
	 * @param age how long it has lived
	 * @param seconds how many seconds it has left
	 * @param left the same as a clock shows it
	 */
	public record Life(String age, long seconds, String left) {
	}

	/**
	 * What the request did to an attribute of the session.
	 *
	 * @param kind names it for the style sheet
	 * @param name the attribute's name
	 * @param label what happened to it
	 * @param shortName the end of its name
	 * @param flash whether it is what a redirect has left for the next page
	 * @param value its value, {@code null} when it is not shown here
	 */
	public record ChangeView(String kind, String name, String label, String shortName, boolean flash,
			@Nullable String value) {
	}

	/**
	 * A cookie that the browser is to keep or forget.
	 *
	 * @param text name and value
	 * @param toCome whether it is written only when the answer leaves
	 * @param keptFor whether it says how long the browser is to keep it
	 * @param attributes what else the header says
	 */
	public record SetCookieView(String text, boolean toCome, boolean keptFor, List<CookieAttribute> attributes) {
	}

	/**
	 * An attribute of a cookie.
	 *
	 * @param text the attribute as it stands in the header
	 * @param meaning what it means
	 */
	public record CookieAttribute(String text, String meaning) {
	}

}
