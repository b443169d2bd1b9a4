package billpay.serverview.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The latest requests of one browser, in the order of their ends. It begins anew when the
 * session ends that it is about, and when somebody else signs in.
 */
public final class Conversation {

	private static final Duration FOLLOWED_WITHIN = Duration.ofSeconds(30);

	private static final int MAX_REDIRECTS = 4;

	/** Between a redirect and what follows there may be requests of another tab. */
	private static final int FOLLOWED_AMONG = 8;

	private final int maxExchanges;

	private final Deque<Exchange> exchanges = new ArrayDeque<>();

	private @Nullable RecordedSession session;

	private @Nullable String user;

	private @Nullable Comparison comparison;

	private @Nullable Exchange lastShown;

	Conversation(int maxExchanges) {
		this.maxExchanges = maxExchanges;
	}

	/**
	 * Adds a request that has ended.
	 * @param exchange the request and its answer
	 * @param same the record of the same request that is there already, {@code null} when
	 * there is none: a request that fails ends once more with its error page
	 */
	synchronized void add(Exchange exchange, @Nullable Exchange same) {
		if (same != null) {
			this.exchanges.removeIf((other) -> other == same);
		}
		if ((this.session != null && exchange.ends(this.session)) || isOfAnother(exchange.user())) {
			clear();
		}
		if (exchange.after() != null && !exchange.ends(exchange.after())) {
			this.session = exchange.after();
		}
		if (exchange.user() != null) {
			this.user = exchange.user();
		}
		this.exchanges.addLast(exchange);
		if (this.exchanges.size() > this.maxExchanges) {
			this.exchanges.removeFirst();
		}
	}

	private boolean isOfAnother(@Nullable String user) {
		return user != null && this.user != null && !user.equals(this.user);
	}

	private void clear() {
		this.exchanges.clear();
		this.comparison = null;
		this.session = null;
		this.user = null;
	}

	/**
	 * Forgets the requests of sessions that this browser has lost and that have expired.
	 * @param now the time
	 */
	public synchronized void forgetLostSessions(Instant now) {
		// A session keeps its beginning when its id changes.
		this.exchanges.removeIf((exchange) -> {
			RecordedSession other = exchange.after();
			return other != null && other.ends().isBefore(now)
					&& (this.session == null || !other.began().equals(this.session.began()));
		});
	}

	/**
	 * How long its session lives.
	 * @param now the time
	 * @return the time that is left, zero where there is no session
	 */
	synchronized Duration sessionLeft(Instant now) {
		return (this.session != null && this.session.ends().isAfter(now)) ? Duration.between(now, this.session.ends())
				: Duration.ZERO;
	}

	/**
	 * The requests that are kept.
	 * @return the first to come first
	 */
	public synchronized List<Exchange> exchanges() {
		return List.copyOf(this.exchanges);
	}

	/**
	 * The redirects that have led to a request.
	 * @param target what the request asks for
	 * @param now when it came
	 * @return the redirects, in their order; none when somebody has asked for it of
	 * themselves
	 */
	public synchronized List<Exchange> leadingTo(String target, Instant now) {
		Deque<Exchange> chain = new ArrayDeque<>();
		Iterator<Exchange> latest = this.exchanges.descendingIterator();
		String wanted = target;
		for (int i = 0; latest.hasNext() && i < FOLLOWED_AMONG && chain.size() < MAX_REDIRECTS; i++) {
			Exchange exchange = latest.next();
			if (exchange == this.lastShown || exchange.at().plus(FOLLOWED_WITHIN).isBefore(now)) {
				break;
			}
			if (exchange.leadsTo(wanted)) {
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

	/**
	 * Takes note that a read-only page has shown it: a second request for that page was
	 * not redirected there again.
	 */
	public synchronized void markShown() {
		this.lastShown = this.exchanges.peekLast();
	}

	/**
	 * The last page that somebody asked for, if it can be asked for again as it was.
	 * @return the request, {@code null} when there is none
	 */
	public synchronized @Nullable Exchange lastPage() {
		Iterator<Exchange> latest = this.exchanges.descendingIterator();
		while (latest.hasNext()) {
			Exchange exchange = latest.next();
			if (exchange.request().method().equals("GET") && exchange.request().whole()) {
				return exchange;
			}
		}
		return null;
	}

	synchronized void keep(@Nullable Comparison comparison) {
		this.comparison = comparison;
	}

	/**
	 * The last request that was sent again without a cookie.
	 * @return both answers, {@code null} when it was never tried
	 */
	public synchronized @Nullable Comparison comparison() {
		return this.comparison;
	}

}
