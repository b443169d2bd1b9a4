package billpay.serverview.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import billpay.serverview.ServerViewProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisOperations;
import org.springframework.data.redis.core.SessionCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;
import org.springframework.stereotype.Component;

/**
 * Conversations in Redis, which all nodes share: a list of requests as JSON for each
 * browser, and a sorted set that bounds their number. What a node cannot write stays in
 * its memory until the browser's next request there: the requests of a browser that has
 * brought no cookie of ours yet, so that strangers fill nothing, and those during an
 * outage.
 */
@Component
@Profile("redis")
class RedisConversationRepository implements ConversationRepository {

	private static final Logger log = LoggerFactory.getLogger(RedisConversationRepository.class);

	private static final String BY_LAST_REQUEST = "billpay:conversations";

	private static final String EXCHANGES = BY_LAST_REQUEST + ":exchanges:";

	private static final String VIEW = BY_LAST_REQUEST + ":view:";

	private static final String COMPARISON = "comparison";

	private static final String SHOWN = "shown";

	/** Enough for the longest chain of redirects. */
	private static final int LATEST = 5;

	private final StringRedisTemplate redis;

	private final ServerViewProperties properties;

	private final Clock clock;

	private final InMemoryConversationRepository notWritten;

	private final ConversationJson json = new ConversationJson();

	RedisConversationRepository(StringRedisTemplate redis, ServerViewProperties properties, Clock clock) {
		this.redis = redis;
		this.properties = properties;
		this.clock = clock;
		this.notWritten = new InMemoryConversationRepository(properties, clock);
	}

	@Override
	public Conversation find(@Nullable String token) {
		if (token == null) {
			return Conversation.EMPTY;
		}
		Map<String, String> view = this.redis.<String, String>opsForHash().entries(VIEW + token);
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
		List<Exchange> exchanges = Stream
			.concat(written(token, max).stream().flatMap(this.json::readExchange),
					this.notWritten.findLatest(token).exchanges().stream())
			.sorted(Comparator.comparing(Exchange::at))
			.toList();
		return exchanges.subList(Math.max(0, exchanges.size() - max), exchanges.size());
	}

	private List<String> written(String token, int max) {
		try {
			List<String> written = this.redis.opsForList().range(EXCHANGES + token, -max, -1);
			return (written != null) ? written : List.of();
		}
		catch (DataAccessException ex) {
			log.warn("conversation-not-read: reason={}", ex.getClass().getSimpleName());
			return List.of();
		}
	}

	@Override
	public void add(String token, Exchange exchange, @Nullable Exchange same) {
		this.notWritten.add(token, exchange, same);
		if (exchange.isFromStranger() || exchange.storeFailed()) {
			return;
		}
		if (same != null) {
			this.redis.opsForList().remove(EXCHANGES + token, -1, this.json.write(same));
		}
		write(token);
		if (exchange.endsSession() || exchange.changesUser()) {
			omitEnded(EXCHANGES + token);
		}
	}

	private void write(String token) {
		Conversation conversation = this.notWritten.remove(token);
		if (conversation == null) {
			return; // Another request of the browser has written it.
		}
		try {
			append(token, conversation.exchanges().stream().map(this.json::write).toList());
		}
		catch (RuntimeException ex) {
			conversation.exchanges().forEach((exchange) -> this.notWritten.add(token, exchange, null));
			throw ex;
		}
	}

	private void append(String token, List<String> exchanges) {
		String key = EXCHANGES + token;
		List<Object> results = this.redis.executePipelined(new SessionCallback<Object>() {

			@Override
			@SuppressWarnings("unchecked")
			public <K, V> @Nullable Object execute(RedisOperations<K, V> operations) {
				RedisOperations<String, String> redis = (RedisOperations<String, String>) operations;
				redis.opsForList().rightPushAll(key, exchanges);
				redis.opsForList().trim(key, -RedisConversationRepository.this.properties.maxExchanges(), -1);
				redis.expire(key, RedisConversationRepository.this.properties.keep());
				redis.opsForZSet()
					.add(BY_LAST_REQUEST, token, RedisConversationRepository.this.clock.instant().toEpochMilli());
				redis.opsForZSet().zCard(BY_LAST_REQUEST);
				return null;
			}

		});
		if (results.get(results.size() - 1) instanceof Long count) {
			forgetOldest(count - this.properties.maxConversations());
		}
	}

	private void forgetOldest(long count) {
		if (count > 0) {
			Set<TypedTuple<String>> oldest = this.redis.opsForZSet().popMin(BY_LAST_REQUEST, count);
			Stream.ofNullable(oldest).flatMap(Set::stream).map(TypedTuple::getValue).forEach(this::delete);
		}
	}

	// What another node adds meanwhile makes it fail. The values are then kept, and shown
	// to nobody, until the conversation's time is over.
	private void omitEnded(String key) {
		this.redis.execute(new SessionCallback<List<Object>>() {

			@Override
			@SuppressWarnings("unchecked")
			public <K, V> @Nullable List<Object> execute(RedisOperations<K, V> operations) {
				RedisOperations<String, String> redis = (RedisOperations<String, String>) operations;
				redis.watch(key);
				List<Exchange> exchanges = Stream.ofNullable(redis.opsForList().range(key, 0, -1))
					.flatMap(List::stream)
					.flatMap(RedisConversationRepository.this.json::readExchange)
					.toList();
				List<String> kept = new Conversation(exchanges, null, null)
					.withoutEnded(RedisConversationRepository.this.clock.instant())
					.exchanges()
					.stream()
					.map(RedisConversationRepository.this.json::write)
					.toList();
				redis.multi();
				redis.delete(key);
				redis.opsForList().rightPushAll(key, kept);
				redis.expire(key, RedisConversationRepository.this.properties.keep());
				return redis.exec();
			}

		});
	}

	@Override
	public void keep(String token, @Nullable Comparison comparison) {
		putView(token, COMPARISON, (comparison != null) ? this.json.write(comparison) : "");
	}

	@Override
	public void markShown(String token) {
		List<Exchange> latest = exchanges(token, 1);
		if (!latest.isEmpty()) {
			putView(token, SHOWN, latest.get(0).at().toString());
		}
	}

	private void putView(String token, String name, String value) {
		this.redis.opsForHash().put(VIEW + token, name, value);
		this.redis.expire(VIEW + token, this.properties.keep());
	}

	// One command for each key: in a Redis Cluster they may be on different nodes.
	@Override
	public void move(String token, String next) {
		this.notWritten.move(token, next);
		List<String> exchanges = this.redis.opsForList().range(EXCHANGES + token, 0, -1);
		if (exchanges != null && !exchanges.isEmpty()) {
			append(next, exchanges);
		}
		forget(token);
	}

	@Override
	public void forget(String token) {
		this.notWritten.forget(token);
		this.redis.opsForZSet().remove(BY_LAST_REQUEST, token);
		delete(token);
	}

	private void delete(String token) {
		this.redis.delete(EXCHANGES + token);
		this.redis.delete(VIEW + token);
	}

	@Override
	public long count() {
		Long count = this.redis.opsForZSet().zCard(BY_LAST_REQUEST);
		return (count != null) ? count : 0;
	}

}
