package billpay.serverview.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

import billpay.serverview.exchange.Exchange;

/**
 * Finds the redirects that have led to a request.
 */
public final class RedirectChain {

	private static final Duration FOLLOWED_WITHIN = Duration.ofSeconds(30);

	private static final int MAX_REDIRECTS = 4;

	/** Between a redirect and what follows there may be requests of another tab. */
	private static final int FOLLOWED_AMONG = 8;

	private RedirectChain() {
	}

	/**
	 * The redirects of a conversation that have led to a request.
	 * @param conversation the requests before it
	 * @param target what the request asks for
	 * @param now when it came
	 * @return the redirects, in their order; none when somebody has asked for it of
	 * themselves
	 */
	public static List<Exchange> leadingTo(Conversation conversation, String target, Instant now) {
		Deque<Exchange> chain = new ArrayDeque<>();
		String wanted = target;
		for (Exchange exchange : latestOf(conversation.exchanges())) {
			if (chain.size() == MAX_REDIRECTS || exchange.at().equals(conversation.shown())
					|| exchange.at().plus(FOLLOWED_WITHIN).isBefore(now)) {
				break;
			}
			if (exchange.response().leadsTo(wanted)) {
				chain.addFirst(exchange);
				wanted = exchange.request().target();
			}
			else if (exchange.request().target().equals(wanted)) {
				break;
			}
			if (!chain.isEmpty() && chain.getFirst().request().form() != null) {
				break;
			}
		}
		return new ArrayList<>(chain);
	}

	// The latest first.
	private static List<Exchange> latestOf(List<Exchange> exchanges) {
		List<Exchange> latest = new ArrayList<>(
				exchanges.subList(Math.max(0, exchanges.size() - FOLLOWED_AMONG), exchanges.size()));
		Collections.reverse(latest);
		return latest;
	}

}
