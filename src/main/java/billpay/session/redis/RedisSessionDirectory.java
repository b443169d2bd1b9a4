package billpay.session.redis;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import billpay.session.SessionDirectory;
import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * The sessions of all nodes, by the sorted set in which Spring Session keeps when each of
 * them expires. Of more than {@value #MAX_SESSIONS} sessions it sees those with the most
 * time left.
 */
final class RedisSessionDirectory implements SessionDirectory {

	private static final int MAX_SESSIONS = 1000;

	private final StringRedisTemplate redis;

	private final String key;

	private final SessionRepository<? extends Session> sessions;

	RedisSessionDirectory(StringRedisTemplate redis, String namespace, SessionRepository<? extends Session> sessions) {
		this.redis = redis;
		this.key = namespace + ":sessions:expirations";
		this.sessions = sessions;
	}

	@Override
	public long count() {
		Long count = this.redis.opsForZSet().count(this.key, Instant.now().toEpochMilli(), Double.POSITIVE_INFINITY);
		return (count != null) ? count : 0;
	}

	@Override
	public List<? extends Session> findNewest(int offset, int limit) {
		return liveIds().stream()
			.<@Nullable Session>map(this.sessions::findById)
			.filter(Objects::nonNull)
			.sorted(Comparator.comparing(Session::getCreationTime).reversed())
			.skip(offset)
			.limit(limit)
			.toList();
	}

	private Collection<String> liveIds() {
		Set<String> ids = this.redis.opsForZSet()
			.reverseRangeByScore(this.key, Instant.now().toEpochMilli(), Double.POSITIVE_INFINITY, 0, MAX_SESSIONS);
		return (ids != null) ? ids : Set.of();
	}

}
