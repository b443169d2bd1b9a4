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
 * Sessions in Redis, which all nodes share: Spring Session's repository, with JSON in
 * place of Java serialization, and locks in the same Redis. Enabled by the annotation and
 * not by Spring Boot's auto-configuration, which is {@code @ConditionalOnMissingBean} of
 * a {@code SessionRepository}: the decorator of the server view is one.
 */
@Configuration(proxyBeanMethods = false)
@Profile("redis")
@ConditionalOnWebApplication
@EnableRedisIndexedHttpSession(redisNamespace = RedisSessionConfiguration.NAMESPACE)
class RedisSessionConfiguration {

	/** What every key begins with. */
	static final String NAMESPACE = "billpay";

	/** Longer than any request takes: a gateway and a database that are slow included. */
	private static final Duration LOCK_LEASE = Duration.ofSeconds(15);

	private static final int MAX_CACHED_LOCKS = 10_000;

	private static final Duration RECONNECT_DELAY = Duration.ofMillis(500);

	@Bean
	SessionStoreInfo sessionStoreInfo() {
		return new SessionStoreInfo("redis");
	}

	/**
	 * Found by this name by Spring Session.
	 * @return how values are written
	 */
	@Bean
	RedisSerializer<Object> springSessionDefaultRedisSerializer() {
		return new JsonSessionSerializer();
	}

	@Bean
	SessionRepositoryCustomizer<RedisIndexedSessionRepository> limits(SessionProperties properties) {
		return (repository) -> {
			repository.setDefaultMaxInactiveInterval(properties.anonymousIdle());
			repository.setRedisSessionMapper(new SafeSessionMapper(properties));
		};
	}

	/**
	 * One sorted set in place of a set for each minute: three commands fewer for each
	 * request.
	 * @param connections the connections to Redis
	 * @return when which session expires
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
	 * A lock for each session. One that is held by a node which has died ends by itself.
	 * @param connections the connections to Redis
	 * @return the locks
	 */
	@Bean
	RedisLockRegistry sessionLocks(RedisConnectionFactory connections) {
		RedisLockRegistry locks = new RedisLockRegistry(connections, NAMESPACE + ":locks", LOCK_LEASE);
		locks.setRedisLockType(RedisLockType.PUB_SUB_LOCK);
		locks.setCacheCapacity(MAX_CACHED_LOCKS);
		return locks;
	}

	/**
	 * Connects again soon after Redis is back, however long it was unavailable.
	 * @return the change to the client
	 */
	@Bean
	ClientResourcesBuilderCustomizer constantReconnectDelay() {
		return (resources) -> resources.reconnectDelay(Delay.constant(RECONNECT_DELAY));
	}

	/**
	 * Asks Redis only while it is there: a command that waits for it to come back keeps a
	 * customer waiting.
	 * @return the change to the client
	 */
	@Bean
	LettuceClientOptionsBuilderCustomizer rejectCommandsWhileDisconnected() {
		return (options) -> options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
	}

}
