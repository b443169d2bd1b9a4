package billpay.serverview.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.RecordedSession;
import org.jspecify.annotations.Nullable;

/**
 * The latest requests of one browser, whatever has become of its sessions. When a session
 * has ended its requests are kept without the values of its attributes. When somebody
 * else signs in the requests before are removed.
 *
 * @param exchanges the requests in the order of their ends
 * @param comparison the last request that was sent again without its cookies,
 * {@code null} when it was never tried
 * @param shown when the last request came that a read-only page has shown, {@code null}
 * when no such page was visited
 */
public record Conversation(List<Exchange> exchanges, @Nullable ReplayComparison comparison, @Nullable Instant shown) {

	/** What is recorded of a browser that has sent nothing yet. */
	public static final Conversation EMPTY = new Conversation(List.of(), null, null);

	public Conversation {
		exchanges = List.copyOf(exchanges);
	}

	/**
	 * Adds a request that has ended.
	 * @param exchange the request and its response
	 * @param replaced the record of the same request that is there already, {@code null}
	 * when there is none: a request that fails ends once more with its error page
	 * @param maxExchanges the most requests that are kept
	 * @return the conversation with it, without the oldest requests beyond the bound
	 */
	Conversation with(Exchange exchange, @Nullable Exchange replaced, int maxExchanges) {
		List<Exchange> all = new ArrayList<>(this.exchanges);
		Exchange same = all.stream().filter((other) -> other.isSameAs(replaced)).findFirst().orElse(null);
		if (same != null) {
			all.set(all.indexOf(same), exchange.withNumber(same.number()));
		}
		else {
			all.add(exchange.withNumber((all.isEmpty()) ? 1 : all.get(all.size() - 1).number() + 1));
		}
		return new Conversation(all.subList(Math.max(0, all.size() - maxExchanges), all.size()), this.comparison,
				this.shown);
	}

	Conversation with(@Nullable ReplayComparison comparison) {
		return new Conversation(this.exchanges, comparison, this.shown);
	}

	Conversation markShown() {
		return new Conversation(this.exchanges, this.comparison, lastAt(Instant.EPOCH));
	}

	// When the last request came.
	Instant lastAt(Instant otherwise) {
		return (this.exchanges.isEmpty()) ? otherwise : this.exchanges.get(this.exchanges.size() - 1).at();
	}

	/**
	 * Forgets what must not outlive its time: the requests of another user than the last
	 * one, and the values of sessions that have ended.
	 * @param now the time
	 * @return what may be kept and shown
	 */
	Conversation withoutEnded(Instant now) {
		Set<Instant> ended = endedSessions(now);
		List<Exchange> kept = this.exchanges.subList(startOfLastUser(), this.exchanges.size())
			.stream()
			.map((exchange) -> (isOf(exchange, ended)) ? exchange.withoutValues() : exchange)
			.toList();
		return new Conversation(kept, (this.comparison != null) ? withoutEnded(this.comparison, ended) : null,
				this.shown);
	}

	private @Nullable ReplayComparison withoutEnded(ReplayComparison comparison, Set<Instant> ended) {
		Exchange with = comparison.with();
		String user = lastUser();
		if (user != null && with.user() != null && !user.equals(with.user())) {
			return null;
		}
		return (isOf(with, ended)) ? new ReplayComparison(with.withoutValues(), comparison.without()) : comparison;
	}

	private @Nullable String lastUser() {
		return sentBy(false).exchanges()
			.stream()
			.map(Exchange::user)
			.filter(Objects::nonNull)
			.reduce((first, second) -> second)
			.orElse(null);
	}

	// After the last request of another user. What nobody has asked for in between stays.
	private int startOfLastUser() {
		String last = lastUser();
		for (int i = this.exchanges.size() - 1; i >= 0; i--) {
			Exchange exchange = this.exchanges.get(i);
			if (!exchange.request().otherBrowser() && exchange.user() != null && !exchange.user().equals(last)) {
				return i + 1;
			}
		}
		return 0;
	}

	private Set<Instant> endedSessions(Instant now) {
		return latestSessions().stream()
			.filter((session) -> session.ends().isBefore(now) || isEnded(session))
			.map(RecordedSession::began)
			.collect(Collectors.toSet());
	}

	// Each session as it was seen last. It keeps its beginning when its id changes.
	private Collection<RecordedSession> latestSessions() {
		Map<Instant, RecordedSession> latest = new LinkedHashMap<>();
		this.exchanges
			.forEach((exchange) -> exchange.sessions().forEach((session) -> latest.put(session.began(), session)));
		return latest.values();
	}

	private boolean isEnded(RecordedSession session) {
		return this.exchanges.stream().anyMatch((exchange) -> exchange.ends(session));
	}

	private static boolean isOf(Exchange exchange, Set<Instant> sessions) {
		return exchange.sessions().stream().anyMatch((session) -> sessions.contains(session.began()));
	}

	/**
	 * The requests of one of two browsers that share a session.
	 * @param otherBrowser whether those of the browser that has taken the session over
	 * are meant
	 * @return the conversation of that browser alone
	 */
	public Conversation sentBy(boolean otherBrowser) {
		return new Conversation(this.exchanges.stream()
			.filter((exchange) -> exchange.request().otherBrowser() == otherBrowser)
			.toList(), (otherBrowser) ? null : this.comparison, this.shown);
	}

	/**
	 * The sessions that no cookie of this browser leads to any more and that the store
	 * keeps nevertheless, until their time is over.
	 * @param cookie the name of the session's cookie
	 * @param now the time
	 * @return the sessions as they were seen last
	 */
	public List<RecordedSession> orphans(String cookie, Instant now) {
		return this.exchanges.stream()
			.filter((exchange) -> !exchange.request().otherBrowser())
			.filter((exchange) -> exchange.response()
				.setCookies()
				.stream()
				.anyMatch((set) -> set.forgets() && set.name().equals(cookie)))
			.map(Exchange::after)
			.filter(Objects::nonNull)
			.map((orphan) -> latestSessions().stream().filter(orphan::isSameAs).findFirst().orElse(orphan))
			.filter((session) -> session.ends().isAfter(now) && !isEnded(session))
			.toList();
	}

	/**
	 * The last page that somebody asked for, if it can be asked for again as it was.
	 * @return the request, {@code null} when there is none
	 */
	public @Nullable Exchange lastPage() {
		return this.exchanges.stream()
			.filter((exchange) -> exchange.request().method().equals("GET") && exchange.request().whole())
			.reduce((first, second) -> second)
			.orElse(null);
	}

}
