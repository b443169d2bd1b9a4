package billpay.availability;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Keeps a node serving for a while after it has reported that it is not ready. Spring
 * Boot closes the port right after that report; requests that a load balancer sends
 * before its next check would fail.
 * <p>
 * Only the port stays open for longer: scheduled work has ended before.
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
