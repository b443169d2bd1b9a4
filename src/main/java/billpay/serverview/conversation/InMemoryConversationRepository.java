package billpay.serverview.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

import billpay.serverview.ServerViewProperties;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.Header;
import billpay.web.ClockTicker;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Conversations in the memory of this one process. When there are too many, or they take
 * too much of it, the least used goes first, so that many browsers that come once drive
 * out none that comes again.
 */
@Component
@Profile("!redis")
class InMemoryConversationRepository implements ConversationRepository {

	/** First line, form, cookies, sessions, changes, title, and what goes back. */
	private static final int BYTES_OF_ANY = 8_000;

	/** A record, and two texts. */
	private static final int BYTES_OF_OBJECTS = 100;

	private final ServerViewProperties properties;

	private final Clock clock;

	private final Cache<String, Conversation> byToken;

	InMemoryConversationRepository(ServerViewProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
		this.byToken = Caffeine.newBuilder()
			.maximumWeight(properties.maxMemory().toBytes())
			.weigher((String token, Conversation conversation) -> weight(conversation))
			.expireAfter(Expiry.writing((String token, Conversation conversation) -> timeToLive(conversation)))
			.ticker(new ClockTicker(clock))
			.executor(Runnable::run)
			.build();
	}

	// A cache has one bound. Each conversation weighs an equal share of it at least, so
	// that it also bounds their number.
	private int weight(Conversation conversation) {
		long share = this.properties.maxMemory().toBytes() / this.properties.maxConversations();
		return (int) Math.max(share, bytesOf(conversation));
	}

	// Two bytes for each character and the objects around them. Only what a client can
	// make long is counted text by text.
	private static long bytesOf(Conversation conversation) {
		return conversation.exchanges().stream().mapToLong(InMemoryConversationRepository::bytesOf).sum()
				+ ((conversation.comparison() != null) ? bytesOf(conversation.comparison().with()) : 0);
	}

	private static long bytesOf(Exchange exchange) {
		long bytes = BYTES_OF_ANY;
		for (Header header : exchange.request().headers()) {
			bytes += BYTES_OF_OBJECTS + 2 * (header.name().length() + header.value().length());
		}
		return bytes;
	}

	// From the last request on: looking at a conversation prolongs nothing.
	private Duration timeToLive(Conversation conversation) {
		Instant now = this.clock.instant();
		return Duration.between(now, conversation.lastAt(now).plus(this.properties.keep()));
	}

	@Override
	public Conversation find(@Nullable String token) {
		return findLatest(token).withoutEnded(this.clock.instant());
	}

	@Override
	public Conversation findLatest(@Nullable String token) {
		Conversation conversation = (token != null) ? this.byToken.getIfPresent(token) : null;
		return (conversation != null) ? conversation : Conversation.EMPTY;
	}

	@Override
	public void add(String token, Exchange exchange, @Nullable Exchange replaced) {
		change(token, (conversation) -> {
			Conversation next = conversation.with(exchange, replaced, this.properties.maxExchanges());
			return (exchange.endsSession() || exchange.changesUser()) ? next.withoutEnded(this.clock.instant()) : next;
		});
	}

	@Override
	public void keep(String token, @Nullable ReplayComparison comparison) {
		change(token, (conversation) -> conversation.with(comparison));
	}

	@Override
	public void markShown(String token) {
		this.byToken.asMap().computeIfPresent(token, (key, conversation) -> conversation.markShown());
	}

	private void change(String token, UnaryOperator<Conversation> change) {
		// Atomic, because it may be moved or forgotten at the same time.
		this.byToken.asMap()
			.compute(token,
					(key, conversation) -> change.apply((conversation != null) ? conversation : Conversation.EMPTY));
	}

	@Override
	public void move(String token, String next) {
		Conversation conversation = remove(token);
		if (conversation != null) {
			this.byToken.put(next, conversation);
		}
	}

	@Nullable Conversation remove(String token) {
		return this.byToken.asMap().remove(token);
	}

	@Override
	public void forget(String token) {
		this.byToken.invalidate(token);
	}

	@Override
	public long count() {
		this.byToken.cleanUp();
		return this.byToken.estimatedSize();
	}

}
