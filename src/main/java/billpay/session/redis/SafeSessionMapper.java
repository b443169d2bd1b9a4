package billpay.session.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;

import billpay.session.SessionProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.session.MapSession;
import org.springframework.session.data.redis.RedisSessionMapper;

/**
 * Treats a hash that is not a complete session as no session, as Spring Session's
 * reference documentation proposes; a request that saves a deleted session leaves such a
 * hash. It also marks a session as expired that has reached
 * {@code billpay.session.absolute}, because Spring Session has no absolute limit.
 */
final class SafeSessionMapper implements BiFunction<String, Map<String, Object>, @Nullable MapSession> {

	private static final Logger log = LoggerFactory.getLogger(SafeSessionMapper.class);

	private final RedisSessionMapper mapper = new RedisSessionMapper();

	private final SessionProperties properties;

	SafeSessionMapper(SessionProperties properties) {
		this.properties = properties;
	}

	@Override
	public @Nullable MapSession apply(String id, Map<String, Object> hash) {
		try {
			MapSession session = this.mapper.apply(id, hash);
			// By the system's clock, as all times that Spring Session writes are.
			if (!this.properties.expiryOf(session).isAfter(Instant.now())) {
				// Expired and not null: Spring Session still needs it to clean up its
				// indexes.
				session.setMaxInactiveInterval(Duration.ZERO);
			}
			return session;
		}
		catch (IllegalArgumentException | IllegalStateException | ClassCastException ex) {
			log.debug("Not a complete session", ex);
			return null;
		}
	}

}
