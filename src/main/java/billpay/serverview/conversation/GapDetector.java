package billpay.serverview.conversation;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import billpay.cookies.SentCookie;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.RecordedSession;
import billpay.serverview.exchange.SessionStoreCall;
import org.jspecify.annotations.Nullable;

/**
 * Finds where requests are missing in a conversation: numbers are missing, because there
 * is a bound to what is kept, or the browser brought the id of a session that no request
 * before has, because another node has answered those or they were not recorded.
 */
public final class GapDetector {

	private GapDetector() {
	}

	/**
	 * The requests just before one that are not kept any longer. A browser that has taken
	 * a session over shares the numbers with the owner, and is told of none.
	 * @param exchanges the requests that are kept
	 * @param index the request's place among them, from 0
	 * @return the first and the last number, {@code null} when none is missing
	 */
	public static @Nullable Range missingBefore(List<Exchange> exchanges, int index) {
		int number = exchanges.get(index).number();
		int before = exchanges.stream().mapToInt(Exchange::number).filter((other) -> other < number).max().orElse(0);
		boolean shared = exchanges.stream().allMatch((exchange) -> exchange.request().otherBrowser());
		return (before + 1 < number && !shared) ? new Range(before + 1, number - 1) : null;
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
		return exchange.request()
			.cookies()
			.stream()
			.filter(SentCookie::namesSession)
			.map(SentCookie::value)
			.filter(Objects::nonNull);
	}

	/**
	 * Numbers of requests that follow each other.
	 *
	 * @param first the first of them
	 * @param last the last of them
	 */
	public record Range(int first, int last) {
	}

}
