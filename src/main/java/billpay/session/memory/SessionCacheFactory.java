package billpay.session.memory;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import billpay.session.SessionProperties;
import billpay.web.ClockTicker;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Scheduler;

import org.springframework.session.MapSession;
import org.springframework.session.Session;

/**
 * Makes caches of sessions, each of which leaves at its expiry by itself.
 *
 * @param properties how long a session lives
 * @param clock decides which session has expired
 */
record SessionCacheFactory(SessionProperties properties, Clock clock) {

	private static final Duration CLEAN_UP_DELAY = Duration.ofSeconds(2);

	Cache<String, MapSession> create(int maximumSize) {
		return Caffeine.newBuilder()
			.maximumSize(maximumSize)
			.expireAfter(Expiry.writing((String id, MapSession session) -> untilExpiry(session)))
			.ticker(new ClockTicker(this.clock))
			.scheduler(SessionCacheFactory::scheduleCleanUp)
			.executor(Runnable::run)
			.build();
	}

	private static Future<?> scheduleCleanUp(Executor executor, Runnable cleanUp, long delay, TimeUnit unit) {
		// Later than the cache asks: run too early by the cache's own clock, the clean-up
		// would find nothing expired and would not be scheduled again.
		return Scheduler.systemScheduler()
			.schedule(executor, cleanUp, unit.toMillis(delay) + CLEAN_UP_DELAY.toMillis(), TimeUnit.MILLISECONDS);
	}

	private Duration untilExpiry(Session session) {
		Duration left = Duration.between(this.clock.instant(), this.properties.expiryOf(session));
		return (left.isNegative()) ? Duration.ZERO : left;
	}

}
