package billpay.session;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.data.redis.connection.RedisConnectionCommands;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Whether Redis answers. It asks by itself, once a second and from the start, so that a
 * health check neither asks nor waits and the first customer finds a connection.
 */
final class RedisWatch implements HealthIndicator, AutoCloseable {

	private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

	private static final Logger log = LoggerFactory.getLogger(RedisWatch.class);

	private final StringRedisTemplate redis;

	private final ScheduledExecutorService clockwork;

	private volatile boolean answers;

	private volatile boolean hasAnswered;

	RedisWatch(StringRedisTemplate redis) {
		this.redis = redis;
		this.clockwork = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "redis-watch");
			thread.setDaemon(true);
			return thread;
		});
		ask();
		this.clockwork.scheduleWithFixedDelay(this::ask, BETWEEN_QUESTIONS.toMillis(), BETWEEN_QUESTIONS.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	private void ask() {
		boolean before = this.answers;
		try {
			this.answers = this.redis.execute(RedisConnectionCommands::ping) != null;
			this.hasAnswered = true;
			if (!before) {
				log.info("redis-there");
			}
		}
		catch (RuntimeException ex) {
			this.answers = false;
			if (before) {
				log.warn("redis-away: {}", ex.getMessage());
			}
		}
	}

	/**
	 * Whether there has been a connection. Until then nobody else may ask: the client
	 * opens its first one under a lock, and all who ask would wait there, one after the
	 * other.
	 * @return {@code true} from the first answer on
	 */
	boolean hasAnswered() {
		return this.hasAnswered;
	}

	@Override
	public Health health() {
		return ((this.answers) ? Health.up() : Health.down()).build();
	}

	@Override
	public void close() {
		this.clockwork.shutdownNow();
	}

}
