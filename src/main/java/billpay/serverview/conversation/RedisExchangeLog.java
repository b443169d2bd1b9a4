package billpay.serverview.conversation;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import billpay.serverview.ServerViewProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.core.RedisOperations;
import org.springframework.data.redis.core.SessionCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;

/**
 * The requests of each browser in Redis: a list of JSON for each token, and a sorted set
 * of the tokens that bounds the number of lists. One command has one key: in a Redis
 * Cluster two may be on different nodes.
 */
final class RedisExchangeLog {

	private static final String BY_LAST_REQUEST = "billpay:conversations";

	private static final String EXCHANGES = BY_LAST_REQUEST + ":exchanges:";

	private final StringRedisTemplate redis;

	private final ServerViewProperties properties;

	private final Clock clock;

	private final ConversationJson json;

	RedisExchangeLog(StringRedisTemplate redis, ServerViewProperties properties, Clock clock, ConversationJson json) {
		this.redis = redis;
		this.properties = properties;
		this.clock = clock;
		this.json = json;
	}

	// The latest so many, the first to come first.
	List<Exchange> read(String token, int max) {
		return read(this.redis, EXCHANGES + token, max);
	}

	private List<Exchange> read(RedisOperations<String, String> operations, String key, int max) {
		return Stream.ofNullable(operations.opsForList().range(key, -max, -1))
			.flatMap(List::stream)
			.flatMap(this.json::readExchange)
			.toList();
	}

	void append(String token, List<Exchange> exchanges) {
		String key = EXCHANGES + token;
		List<String> values = exchanges.stream().map(this.json::write).toList();
		List<Object> results = this.redis.executePipelined(new Operations<Object>() {

			@Override
			public @Nullable Object execute(RedisOperations<String, String> redis, ServerViewProperties bounds) {
				redis.opsForList().rightPushAll(key, values);
				redis.opsForList().trim(key, -bounds.maxExchanges(), -1);
				redis.expire(key, bounds.keep());
				redis.opsForZSet().add(BY_LAST_REQUEST, token, RedisExchangeLog.this.clock.millis());
				redis.opsForZSet().zCard(BY_LAST_REQUEST);
				return null;
			}

		});
		if (results.get(results.size() - 1) instanceof Long count) {
			deleteOldest(count - this.properties.maxConversations());
		}
	}

	private void deleteOldest(long count) {
		if (count > 0) {
			Set<TypedTuple<String>> oldest = this.redis.opsForZSet().popMin(BY_LAST_REQUEST, count);
			Stream.ofNullable(oldest)
				.flatMap(Set::stream)
				.forEach((token) -> this.redis.delete(EXCHANGES + token.getValue()));
		}
	}

	// What another node adds meanwhile makes it fail. The values are then kept, and shown
	// to nobody, until the list's time is over.
	void omitEnded(String token) {
		String key = EXCHANGES + token;
		this.redis.execute(new Operations<List<Object>>() {

			@Override
			public @Nullable List<Object> execute(RedisOperations<String, String> redis, ServerViewProperties bounds) {
				redis.watch(key);
				Conversation conversation = new Conversation(read(redis, key, bounds.maxExchanges()), null, null)
					.withoutEnded(RedisExchangeLog.this.clock.instant());
				if (conversation.exchanges().isEmpty()) {
					redis.unwatch();
					return null;
				}
				redis.multi();
				redis.delete(key);
				redis.opsForList()
					.rightPushAll(key,
							conversation.exchanges().stream().map(RedisExchangeLog.this.json::write).toList());
				redis.expire(key, bounds.keep());
				return redis.exec();
			}

		});
	}

	void remove(String token, Exchange exchange) {
		this.redis.opsForList().remove(EXCHANGES + token, -1, this.json.write(exchange));
	}

	void delete(String token) {
		this.redis.opsForZSet().remove(BY_LAST_REQUEST, token);
		this.redis.delete(EXCHANGES + token);
	}

	long count() {
		Long count = this.redis.opsForZSet().zCard(BY_LAST_REQUEST);
		return (count != null) ? count : 0;
	}

	/** Several commands on one connection. */
	private abstract class Operations<T> implements SessionCallback<T> {

		abstract @Nullable T execute(RedisOperations<String, String> redis, ServerViewProperties bounds);

		@Override
		@SuppressWarnings("unchecked")
		public <K, V> @Nullable T execute(RedisOperations<K, V> operations) {
			return execute((RedisOperations<String, String>) operations, RedisExchangeLog.this.properties);
		}

	}

}
