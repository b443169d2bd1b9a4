package billpay.serverview.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import billpay.serverview.ServerViewProperties;
import billpay.serverview.exchange.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Conversations in Redis, which all nodes share. What a node cannot write stays in its
 * memory until the browser's next request there: the requests of a browser that has
 * brought no cookie of ours yet, so that strangers take no space in Redis, and those
 * during an outage. The number of such a request is final when it is written.
 */
@Component
@Profile("redis")
class RedisConversationRepository implements ConversationRepository {

	private static final Logger log = LoggerFactory.getLogger(RedisConversationRepository.class);

	private static final String COMPARISON = "comparison";

	private static final String SHOWN = "shown";

	/** Enough for a chain of redirects with requests of another tab in between. */
	private static final int LATEST = 10;

	private final ServerViewProperties properties;

	private final Clock clock;

	private final ConversationJson json = new ConversationJson();

	private final RedisExchangeLog written;

	private final InMemoryConversationRepository notWritten;

	RedisConversationRepository(StringRedisTemplate redis, ServerViewProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
		this.written = new RedisExchangeLog(redis, properties, clock, this.json);
		this.notWritten = new InMemoryConversationRepository(properties, clock);
	}

	@Override
	public Conversation find(@Nullable String token) {
		if (token == null) {
			return Conversation.EMPTY;
		}
		Map<String, String> view = readOrElse(() -> this.written.readView(token), Map.of());
		return new Conversation(exchanges(token, this.properties.maxExchanges()),
				this.json.readComparison(view.get(COMPARISON)),
				(view.get(SHOWN) != null) ? Instant.parse(view.get(SHOWN)) : null)
			.withoutEnded(this.clock.instant());
	}

	@Override
	public Conversation findLatest(@Nullable String token) {
		return (token != null) ? new Conversation(exchanges(token, LATEST), null, null) : Conversation.EMPTY;
	}

	private List<Exchange> exchanges(String token, int max) {
		List<Exchange> written = readOrElse(() -> this.written.read(token, max), List.of());
		int last = RedisExchangeLog.lastNumberOf(written);
		List<Exchange> exchanges = Stream
			.concat(written.stream(),
					this.notWritten.findLatest(token)
						.exchanges()
						.stream()
						.map((exchange) -> exchange.withNumber(last + exchange.number())))
			.sorted(Comparator.comparing(Exchange::at))
			.toList();
		return exchanges.subList(Math.max(0, exchanges.size() - max), exchanges.size());
	}

	private static <T> T readOrElse(Supplier<T> read, T otherwise) {
		try {
			return read.get();
		}
		catch (DataAccessException ex) {
			log.warn("conversation-not-read: reason={}", ex.getClass().getSimpleName());
			return otherwise;
		}
	}

	@Override
	public void add(String token, Exchange exchange, @Nullable Exchange replaced) {
		if (exchange.request().isFromStranger() || exchange.storeFailed()) {
			this.notWritten.add(token, exchange, replaced);
			return;
		}
		if (replaced == null || !this.written.replace(token, replaced, exchange)) {
			write(token, exchange, replaced);
		}
		if (exchange.endsSession() || exchange.changesUser()) {
			this.written.omitEnded(token);
		}
	}

	private void write(String token, Exchange exchange, @Nullable Exchange replaced) {
		Conversation before = this.notWritten.remove(token);
		List<Exchange> exchanges = ((before != null) ? before : Conversation.EMPTY)
			.with(exchange, replaced, this.properties.maxExchanges())
			.exchanges();
		try {
			this.written.append(token, exchanges);
		}
		catch (RuntimeException ex) {
			exchanges.forEach((missed) -> this.notWritten.add(token, missed, null));
			throw ex;
		}
	}

	@Override
	public void keep(String token, @Nullable ReplayComparison comparison) {
		this.written.putView(token, Map.of(COMPARISON, (comparison != null) ? this.json.write(comparison) : ""));
	}

	@Override
	public void markShown(String token) {
		exchanges(token, 1).forEach((last) -> this.written.putView(token, Map.of(SHOWN, last.at().toString())));
	}

	@Override
	public void move(String token, String next) {
		this.notWritten.move(token, next);
		this.written.copy(token, next);
		forget(token);
	}

	@Override
	public void forget(String token) {
		this.notWritten.forget(token);
		this.written.delete(token);
	}

	@Override
	public long count() {
		return this.written.count();
	}

}
