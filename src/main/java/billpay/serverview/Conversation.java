package billpay.serverview;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import billpay.session.SessionFingerprint;
import org.jspecify.annotations.Nullable;

/**
 * The latest requests of one browser, in the order of their ends. It begins anew when the
 * session ends that it is about, and when somebody else signs in.
 */
final class Conversation {

	private static final Duration FOLLOWED_WITHIN = Duration.ofSeconds(30);

	private static final int MOST_REDIRECTS = 4;

	/** Between a redirect and what follows there may be requests of another tab. */
	private static final int FOLLOWED_AMONG = 8;

	private static final int OVERHEAD = 800;

	/** An eighth more or less of weight makes no difference. */
	private static final int WEIGHT_MOVES_BY = 8;

	/** Nor does a minute of half an hour. */
	private static final int END_MOVES_BY = 30;

	private final ServerViewProperties settings;

	private final Deque<Kept> exchanges = new ArrayDeque<>();

	private int weight;

	private int notedWeight;

	private long notedEnd;

	/** The attributes of its session as they were last. It keeps none of them alive. */
	private Reference<Map<String, Object>> attributes = new WeakReference<>(Map.of());

	private List<SeenSession.Attribute> texts = List.of();

	private @Nullable String word;

	private String fingerprint = "";

	private @Nullable SeenSession session;

	private @Nullable String user;

	private Replay.@Nullable Comparison replay;

	private @Nullable Exchange looked;

	Conversation(ServerViewProperties settings) {
		this.settings = settings;
	}

	/**
	 * Adds a request that has ended.
	 * @param exchange the request and its answer
	 * @param same the notes of the same request that are there already, {@code null} when
	 * there are none: a request that fails ends once more with its error page
	 */
	synchronized void add(Exchange exchange, @Nullable Exchange same) {
		if (same != null) {
			forgetIf((other) -> other == same);
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
		Kept kept = new Kept(exchange, exchange.weight());
		this.exchanges.addLast(kept);
		this.weight += kept.weight();
		if (this.exchanges.size() > this.settings.maxExchanges()) {
			this.weight -= this.exchanges.removeFirst().weight();
		}
	}

	private void forgetIf(Predicate<Exchange> condition) {
		this.exchanges.removeIf((kept) -> {
			boolean forgotten = condition.test(kept.exchange());
			this.weight -= (forgotten) ? kept.weight() : 0;
			return forgotten;
		});
	}

	/**
	 * Forgets the requests of sessions that this browser has lost and whose time is up by
	 * now.
	 * @param now the time
	 */
	synchronized void forgetLostSessions(Instant now) {
		// A session keeps its beginning when its id changes.
		forgetIf((exchange) -> {
			SeenSession other = exchange.after();
			return other != null && other.ends().isBefore(now)
					&& (this.session == null || !other.began().equals(this.session.began()));
		});
	}

	private boolean isOfAnother(@Nullable String user) {
		return user != null && this.user != null && !user.equals(this.user);
	}

	private void clear() {
		this.exchanges.clear();
		this.weight = 0;
		this.replay = null;
		this.session = null;
		this.user = null;
		this.attributes.clear();
		this.texts = List.of();
	}

	/**
	 * How long it is kept: as long as its session, or a while where there is none.
	 * @param now the time
	 * @return the time that is left
	 */
	synchronized Duration left(Instant now) {
		return Duration.ofMillis(millisLeft(now));
	}

	private long millisLeft(Instant now) {
		long left = (this.session != null) ? this.session.ends().toEpochMilli() - now.toEpochMilli() : 0;
		return (left > 0) ? left : this.settings.keep().toMillis();
	}

	/**
	 * The requests that are kept.
	 * @return the first to come first
	 */
	synchronized List<Exchange> exchanges() {
		return this.exchanges.stream().map(Kept::exchange).toList();
	}

	/**
	 * The redirects that have led to a request.
	 * @param target what the request asks for
	 * @param now when it came
	 * @return the redirects, in their order; none when somebody has asked for it of
	 * themselves
	 */
	synchronized List<Exchange> leadingTo(String target, Instant now) {
		Deque<Exchange> chain = new ArrayDeque<>();
		Iterator<Kept> latest = this.exchanges.descendingIterator();
		String wanted = target;
		for (int i = 0; latest.hasNext() && i < FOLLOWED_AMONG && chain.size() < MOST_REDIRECTS; i++) {
			Exchange exchange = latest.next().exchange();
			if (exchange == this.looked || exchange.at().plus(FOLLOWED_WITHIN).isBefore(now)) {
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
	 * What the attributes of its session look like. As long as nothing changes, all
	 * requests have one list.
	 * @param attributes the values by name, never changed
	 * @param values makes texts of them
	 * @return their texts
	 */
	synchronized List<SeenSession.Attribute> textsOf(Map<String, Object> attributes, ReadableValues values) {
		if (!this.attributes.refersTo(attributes)) {
			this.texts = values.attributes(attributes);
			this.attributes = new WeakReference<>(attributes);
		}
		return this.texts;
	}

	/**
	 * Takes note of the word that it is found by.
	 * @param word the word, {@code null} when it is found no more
	 */
	synchronized void foundBy(@Nullable String word) {
		if (word != null && !word.equals(this.word)) {
			this.fingerprint = SessionFingerprint.of(word);
		}
		this.word = word;
	}

	synchronized boolean isFoundBy(String word) {
		return word.equals(this.word);
	}

	/**
	 * What a word looks like, of which mostly this conversation is found by.
	 * @param word the word
	 * @return its fingerprint
	 */
	synchronized String fingerprintOf(String word) {
		return (isFoundBy(word)) ? this.fingerprint : SessionFingerprint.of(word);
	}

	/**
	 * Takes note that somebody has looked: whoever does so again was not led there again.
	 */
	synchronized void looked() {
		Kept last = this.exchanges.peekLast();
		this.looked = (last != null) ? last.exchange() : null;
	}

	/**
	 * The last page that somebody asked for, if it can be asked for again as it was.
	 * @return the request, {@code null} when there is none
	 */
	synchronized @Nullable Exchange lastPage() {
		Iterator<Kept> latest = this.exchanges.descendingIterator();
		while (latest.hasNext()) {
			Exchange exchange = latest.next().exchange();
			if (exchange.request().method().equals("GET") && exchange.request().whole()) {
				return exchange;
			}
		}
		return null;
	}

	synchronized void keep(Replay.@Nullable Comparison replay) {
		this.replay = replay;
	}

	/**
	 * The last request that was sent again without a cookie.
	 * @return both answers, {@code null} when it was never tried
	 */
	synchronized Replay.@Nullable Comparison replay() {
		return this.replay;
	}

	/**
	 * Whether weight or end have moved away from what was noted last.
	 * @param now the time
	 * @return {@code true} when they have to be noted anew
	 */
	synchronized boolean hasMoved(Instant now) {
		long left = millisLeft(now);
		long moved = now.toEpochMilli() + left - this.notedEnd;
		return Math.abs(moved) > left / END_MOVES_BY
				|| Math.abs(weight() - this.notedWeight) > this.notedWeight / WEIGHT_MOVES_BY;
	}

	/**
	 * Notes weight and end.
	 * @param now the time
	 */
	synchronized void note(Instant now) {
		this.notedWeight = weight();
		this.notedEnd = now.toEpochMilli() + millisLeft(now);
	}

	synchronized int weight() {
		return OVERHEAD + this.weight + ((this.replay != null) ? this.replay.weight() : 0);
	}

	/**
	 * A request with its weight, which takes a while to tell.
	 */
	private record Kept(Exchange exchange, int weight) {
	}

}
