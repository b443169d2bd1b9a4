package billpay.availability;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * The time between "not ready any more" and the end of serving. Spring Boot says the
 * first as soon as it is told to stop, and closes the port at once after it; requests
 * that a balancer sends until it has noticed would be refused, or lost on their way in.
 * <p>
 * Only the port stays open for longer: scheduled work has ended when this begins.
 */
final class ShutdownDelay implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ShutdownDelay.class);

	private final Duration length;

	private volatile boolean running;

	ShutdownDelay(Duration length) {
		this.length = length;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public void stop(Runnable stopped) {
		if (this.length.isZero()) {
			end(stopped);
			return;
		}
		log.info("stopping: not ready from now on, and serving for another {} ms", this.length.toMillis());
		CompletableFuture.delayedExecutor(this.length.toMillis(), TimeUnit.MILLISECONDS).execute(() -> end(stopped));
	}

	private void end(Runnable stopped) {
		stop();
		stopped.run();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// Stops first, above all before the web server closes its port.
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
