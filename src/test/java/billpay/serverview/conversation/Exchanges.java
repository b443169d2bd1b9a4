package billpay.serverview.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import billpay.cookies.SentCookie;
import billpay.cookies.SetCookie;
import billpay.serverview.ServerViewProperties;
import billpay.serverview.exchange.AttributeChange;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.RecordedRequest;
import billpay.serverview.exchange.RecordedResponse;
import billpay.serverview.exchange.RecordedSession;
import billpay.serverview.exchange.SessionAttribute;
import billpay.serverview.exchange.SessionStoreCall;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Requests that were never sent, for tests of what is kept of them.
 */
public final class Exchanges {

	public static final ServerViewProperties PROPERTIES = new ServerViewProperties(true, 5, 40,
			DataSize.ofMegabytes(48), Duration.ofHours(1), true);

	private Exchanges() {
	}

	public static Exchange anonymous(Instant at, String what) {
		return exchange(at, what, null, null, List.of(), null);
	}

	static Exchange redirect(Instant at, String what, String location) {
		return exchange(at, what, null, null, List.of(), location);
	}

	static Exchange of(Instant at, String what, @Nullable RecordedSession session) {
		return exchange(at, what, session, session, List.of(), null);
	}

	static RecordedSession session(String fingerprint, Instant ends, @Nullable String user) {
		return new RecordedSession(fingerprint, ends.minusSeconds(1800), ends, user, null);
	}

	static Exchange exchange(Instant at, String what, @Nullable RecordedSession before, @Nullable RecordedSession after,
			List<SessionStoreCall> calls, @Nullable String location) {
		String[] words = what.split(" ");
		RecordedRequest request = new RecordedRequest(words[0], words[1], "HTTP/1.1", null, List.of(), 0, null, true,
				List.of(), false);
		return new Exchange(0, at, request, before, after, calls, List.of(),
				new RecordedResponse((location != null) ? 303 : 200, location, List.of(), "Title", null, List.of()),
				null);
	}

	/** A request that sets an attribute of its session. */
	static Exchange changing(Instant at, String what, RecordedSession session) {
		Exchange exchange = of(at, what, session);
		return new Exchange(0, at, exchange.request(), session, session, List.of(), List
			.of(new AttributeChange(AttributeChange.Kind.ADDED, new SessionAttribute("phoneNumber", "value"), null)),
				exchange.response(), null);
	}

	/** A request whose response takes a cookie away, and leaves the session. */
	static Exchange forgetting(Instant at, String cookie, RecordedSession session) {
		Exchange exchange = of(at, "POST /cookies/forget", session);
		RecordedResponse response = new RecordedResponse(303, "/cookies",
				List.of(new SetCookie(cookie, "", List.of("Max-Age=0"), false)), null, null, List.of());
		return new Exchange(0, at, exchange.request(), session, session, List.of(), List.of(), response, null);
	}

	/** A request of a browser that has taken the session over. */
	static Exchange byOtherBrowser(Instant at, String what) {
		return with(anonymous(at, what), List.of(), true);
	}

	/** A request that carries the id of a session, and whose page needs none. */
	static Exchange bringing(Instant at, String what, String fingerprint) {
		return bringing(anonymous(at, what), fingerprint);
	}

	static Exchange bringing(Exchange exchange, String fingerprint) {
		return with(exchange, List.of(new SentCookie("BILLPAY_SESSION", fingerprint, SentCookie.Kind.TEMPORARY)),
				false);
	}

	private static Exchange with(Exchange exchange, List<SentCookie> cookies, boolean otherBrowser) {
		RecordedRequest request = exchange.request();
		return new Exchange(0, exchange.at(),
				new RecordedRequest(request.method(), request.target(), request.protocol(), null, cookies, 0, null,
						true, List.of(), otherBrowser),
				exchange.before(), exchange.after(), exchange.calls(), exchange.changes(), exchange.response(), null);
	}

}
