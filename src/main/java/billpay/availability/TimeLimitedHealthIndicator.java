package billpay.availability;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Answers in time whether something is well, also when that something hangs: what has not
 * answered within the timeout is down.
 * <p>
 * There is one check at a time, however many ask; who comes while it is open waits for
 * its answer, and no longer than the timeout from when it was put. So a database that
 * hangs for an hour holds one thread, and not one for every second. An open check is not
 * given up: it is the connection's own time-out that ends it.
 */
final class TimeLimitedHealthIndicator implements HealthIndicator {

	private static final Logger log = LoggerFactory.getLogger(TimeLimitedHealthIndicator.class);

	private final String name;

	private final HealthIndicator indicator;

	private final Duration timeout;

	private @Nullable Check running;

	private boolean healthy = true;

	TimeLimitedHealthIndicator(String name, HealthIndicator indicator, Duration timeout) {
		this.name = name;
		this.indicator = indicator;
		this.timeout = timeout;
	}

	@Override
	public Health health() {
		Health health = await(check());
		logChange(health);
		return health;
	}

	private synchronized Check check() {
		Check check = this.running;
		if (check == null || check.result().isDone()) {
			check = new Check(new FutureTask<>(this.indicator::health), System.nanoTime());
			Thread thread = new Thread(check.result(), "health-" + this.name);
			thread.setDaemon(true);
			thread.start();
			this.running = check;
		}
		return check;
	}

	private Health await(Check check) {
		try {
			long waited = System.nanoTime() - check.since();
			return check.result().get(this.timeout.toNanos() - waited, TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			return Health.down().withDetail("error", "no answer within " + this.timeout.toMillis() + " ms").build();
		}
		catch (ExecutionException ex) {
			return Health.down(ex.getCause()).build();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Health.down().withDetail("error", "interrupted").build();
		}
	}

	/**
	 * Logs what has changed and not what is still so, as a balancer asks every second.
	 * @param health what it is now
	 */
	private synchronized void logChange(Health health) {
		boolean now = Status.UP.equals(health.getStatus());
		if (now != this.healthy) {
			this.healthy = now;
			if (now) {
				log.info("healthy-again: {}", this.name);
			}
			else {
				log.warn("unhealthy: {}: {}", this.name, health.getDetails().getOrDefault("error", "no reason given"));
			}
		}
	}

	/**
	 * One look at what may hang.
	 *
	 * @param result what comes of it
	 * @param since when it was asked, in nanoseconds of this machine
	 */
	private record Check(FutureTask<Health> result, long since) {
	}

}
