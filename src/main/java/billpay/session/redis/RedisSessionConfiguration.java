package billpay.session.redis;

import java.time.Duration;

import billpay.session.SessionDirectory;
import billpay.session.SessionProperties;
import billpay.session.SessionStoreInfo;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.resource.Delay;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.integration.redis.util.RedisLockRegistry;
import org.springframework.integration.redis.util.RedisLockRegistry.RedisLockType;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.data.redis.RedisIndexedSessionRepository;
import org.springframework.session.data.redis.RedisSessionExpirationStore;
import org.springframework.session.data.redis.SortedSetRedisSessionExpirationStore;
import org.springframework.session.data.redis.config.annotation.web.http.EnableRedisIndexedHttpSession;

/**
 * Keeps sessions in Redis, which all nodes share: Spring Session's own repository with
 * JSON in place of Java serialization, and the session locks in the same Redis. It is
 * enabled by the annotation, because Spring Boot's auto-configuration applies only where
 * no {@code SessionRepository} is defined, and the server view defines one.
 */
@Configuration(proxyBeanMethods = false)
@Profile("redis")
@ConditionalOnWebApplication
@EnableRedisIndexedHttpSession(redisNamespace = RedisSessionConfiguration.NAMESPACE)
class RedisSessionConfiguration {

	/** What every key begins with. */
	static final String NAMESPACE = "billpay";

	/**
	 * When a lock is released at the latest. Longer than any request takes, also with a
	 * slow gateway and a slow database.
	 */
	private static final Duration LOCK_LEASE = Duration.ofSeconds(15);

	private static final int MAX_CACHED_LOCKS = 10_000;

	private static final Duration RECONNECT_DELAY = Duration.ofMillis(500);

	@Bean
	SessionStoreInfo sessionStoreInfo() {
		return new SessionStoreInfo("redis");
	}

	/**
	 * Serializes session attributes as JSON. Spring Session finds the bean by its name.
	 * @return the serializer
	 */
	@Bean
	RedisSerializer<Object> springSessionDefaultRedisSerializer() {
		return new JsonSessionSerializer();
	}

	@Bean
	SessionRepositoryCustomizer<RedisIndexedSessionRepository> timeouts(SessionProperties properties) {
		return (repository) -> {
			repository.setDefaultMaxInactiveInterval(properties.anonymousIdle());
			repository.setRedisSessionMapper(new SafeSessionMapper(properties));
		};
	}

	/**
	 * Keeps the times at which sessions expire in one sorted set. Spring Session's
	 * default is one set for each minute, which takes three commands more for each
	 * request.
	 * @param connections the connections to Redis
	 * @return the expiration store
	 */
	@Bean
	RedisSessionExpirationStore sessionExpirationStore(RedisConnectionFactory connections) {
		RedisTemplate<String, Object> ids = new RedisTemplate<>();
		ids.setConnectionFactory(connections);
		ids.setDefaultSerializer(RedisSerializer.string());
		ids.afterPropertiesSet();
		return new SortedSetRedisSessionExpirationStore(ids, NAMESPACE);
	}

	@Bean
	SessionDirectory sessionDirectory(StringRedisTemplate redis, RedisIndexedSessionRepository sessionRepository) {
		return new RedisSessionDirectory(redis, NAMESPACE, sessionRepository);
	}

	/**
	 * Locks for sessions, shared by all nodes. The lock of a node that has died is
	 * released after {@link #LOCK_LEASE}.
	 * @param connections the connections to Redis
	 * @return the lock registry
	 */
	@Bean
	RedisLockRegistry sessionLocks(RedisConnectionFactory connections) {
		RedisLockRegistry locks = new RedisLockRegistry(connections, NAMESPACE + ":locks", LOCK_LEASE);
		locks.setRedisLockType(RedisLockType.PUB_SUB_LOCK);
		locks.setCacheCapacity(MAX_CACHED_LOCKS);
		return locks;
	}

	/**
	 * Tries to reconnect at a constant interval. Lettuce's default interval grows with
	 * each attempt.
	 * @return the customizer
	 */
	@Bean
	ClientResourcesBuilderCustomizer constantReconnectDelay() {
		return (resources) -> resources.reconnectDelay(Delay.constant(RECONNECT_DELAY));
	}

	/**
	 * Rejects commands while there is no connection to Redis. Lettuce's default queues
	 * them until there is one again, and the customer would have to wait as long.
	 * @return the customizer
	 */
	@Bean
	LettuceClientOptionsBuilderCustomizer rejectCommandsWhileDisconnected() {
		return (options) -> options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
	}

}
