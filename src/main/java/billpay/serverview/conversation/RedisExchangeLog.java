package billpay.serverview.conversation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import billpay.serverview.ServerViewProperties;
import billpay.serverview.exchange.Exchange;
import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.core.RedisOperations;
import org.springframework.data.redis.core.SessionCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;

/**
 * The requests of each browser in Redis: a list of JSON and the number of the last of
 * them for each token, and a sorted set of the tokens that bounds the number of lists.
 * One command has one key: in a Redis Cluster two may be on different nodes, and there
 * are no transactions.
 */
final class RedisExchangeLog {

	private static final String BY_LAST_REQUEST = "billpay:conversations";

	private static final String EXCHANGES = BY_LAST_REQUEST + ":exchanges:";

	private static final String NUMBER = BY_LAST_REQUEST + ":number:";

	private static final String VIEW = BY_LAST_REQUEST + ":view:";

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
		return Stream.ofNullable(this.redis.opsForList().range(EXCHANGES + token, -max, -1))
			.flatMap(List::stream)
			.flatMap(this.json::readExchange)
			.toList();
	}

	// Gives them the next numbers, whichever node adds to the conversation meanwhile.
	void append(String token, List<Exchange> exchanges) {
		Long last = this.redis.opsForValue().increment(NUMBER + token, exchanges.size());
		int first = ((last != null) ? last.intValue() : 0) - exchanges.size() + 1;
		push(token,
				IntStream.range(0, exchanges.size()).mapToObj((i) -> exchanges.get(i).withNumber(first + i)).toList());
	}

	// Whether there was such a request. The other one gets its number.
	boolean replace(String token, Exchange replaced, Exchange exchange) {
		Optional<Exchange> same = read(token, this.properties.maxExchanges()).stream()
			.filter((other) -> other.isSameAs(replaced))
			.findFirst();
		same.ifPresent((other) -> {
			remove(token, other);
			push(token, List.of(exchange.withNumber(other.number())));
		});
		return same.isPresent();
	}

	void copy(String token, String next) {
		List<Exchange> exchanges = read(token, this.properties.maxExchanges());
		if (!exchanges.isEmpty()) {
			this.redis.opsForValue().increment(NUMBER + next, lastNumberOf(exchanges));
			push(next, exchanges);
		}
		Map<String, String> view = readView(token);
		if (!view.isEmpty()) {
			putView(next, view);
		}
	}

	static int lastNumberOf(List<Exchange> exchanges) {
		return exchanges.stream().mapToInt(Exchange::number).max().orElse(0);
	}

	private void push(String token, List<Exchange> exchanges) {
		String key = EXCHANGES + token;
		List<String> values = exchanges.stream().map(this.json::write).toList();
		long now = this.clock.millis();
		ServerViewProperties bounds = this.properties;
		List<Object> results = this.redis.executePipelined(new SessionCallback<Object>() {

			@Override
			@SuppressWarnings("unchecked")
			public <K, V> @Nullable Object execute(RedisOperations<K, V> operations) {
				RedisOperations<String, String> redis = (RedisOperations<String, String>) operations;
				redis.opsForList().rightPushAll(key, values);
				redis.opsForList().trim(key, -bounds.maxExchanges(), -1);
				redis.expire(key, bounds.keep());
				redis.expire(NUMBER + token, bounds.keep());
				redis.opsForZSet().add(BY_LAST_REQUEST, token, now);
				redis.expire(BY_LAST_REQUEST, bounds.keep());
				redis.opsForZSet().zCard(BY_LAST_REQUEST);
				return null;
			}

		});
		if (results.get(results.size() - 1) instanceof Long count) {
			deleteOldest(count - bounds.maxConversations());
		}
	}

	private void deleteOldest(long count) {
		if (count > 0) {
			Set<TypedTuple<String>> oldest = this.redis.opsForZSet().popMin(BY_LAST_REQUEST, count);
			Stream.ofNullable(oldest)
				.flatMap(Set::stream)
				.map(TypedTuple::getValue)
				.filter(Objects::nonNull)
				.forEach(this::delete);
		}
	}

	// Request by request, so that nothing is lost that another node adds meanwhile. From
	// the newest on, so that the oldest is the first again.
	void omitEnded(String token) {
		String key = EXCHANGES + token;
		List<Exchange> all = read(token, this.properties.maxExchanges());
		List<Exchange> kept = new Conversation(all, null, null).withoutEnded(this.clock.instant()).exchanges();
		all.stream().filter((exchange) -> !kept.contains(exchange)).forEach((ended) -> remove(token, ended));
		for (int i = kept.size() - 1; i >= 0; i--) {
			if (!all.contains(kept.get(i))) {
				this.redis.opsForList().leftPush(key, this.json.write(kept.get(i)));
			}
		}
		this.redis.expire(key, this.properties.keep());
	}

	private void remove(String token, Exchange exchange) {
		this.redis.opsForList().remove(EXCHANGES + token, -1, this.json.write(exchange));
	}

	void delete(String token) {
		this.redis.opsForZSet().remove(BY_LAST_REQUEST, token);
		this.redis.delete(EXCHANGES + token);
		this.redis.delete(NUMBER + token);
		this.redis.delete(VIEW + token);
	}

	// What else is kept of the conversation, for as long as its first value.
	Map<String, String> readView(String token) {
		return this.redis.<String, String>opsForHash().entries(VIEW + token);
	}

	void putView(String token, Map<String, String> view) {
		this.redis.opsForHash().putAll(VIEW + token, view);
		Long left = this.redis.getExpire(VIEW + token);
		if (left == null || left < 0) {
			this.redis.expire(VIEW + token, this.properties.keep());
		}
	}

	long count() {
		Long count = this.redis.opsForZSet().zCard(BY_LAST_REQUEST);
		return (count != null) ? count : 0;
	}

}
