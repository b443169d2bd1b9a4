package billpay.serverview.conversation;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import billpay.cookies.SentCookie;

/**
 * Finds where requests are missing in a conversation: the browser brought the id of a
 * session that no request before has. Another node has answered those, or they are not
 * kept any longer.
 */
public final class GapDetector {

	private GapDetector() {
	}

	/**
	 * Whether requests are missing before one that is kept.
	 * @param exchanges the requests that are kept
	 * @param index the request's place among them, from 0
	 * @return {@code true} when something is missing
	 */
	public static boolean isGapBefore(List<Exchange> exchanges, int index) {
		Exchange exchange = exchanges.get(index);
		if (exchange.request().otherBrowser()) {
			return false;
		}
		Set<String> known = exchanges.subList(0, index)
			.stream()
			.flatMap(GapDetector::fingerprints)
			.collect(Collectors.toSet());
		return sentBy(exchange).anyMatch((fingerprint) -> !known.contains(fingerprint));
	}

	// Of all sessions that the request was about, the one in its cookie included.
	private static Stream<String> fingerprints(Exchange exchange) {
		return Stream
			.of(exchange.sessions().stream().map(RecordedSession::fingerprint),
					exchange.calls().stream().map(SessionStoreCall::session), sentBy(exchange))
			.flatMap((fingerprints) -> fingerprints);
	}

	private static Stream<String> sentBy(Exchange exchange) {
		return exchange.cookies()
			.stream()
			.filter(SentCookie::namesSession)
			.map(SentCookie::value)
			.filter(Objects::nonNull);
	}

}
