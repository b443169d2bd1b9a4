package billpay.web;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Ticker;

/**
 * The time of a Caffeine cache, so that its entries expire by the clock of the
 * application.
 *
 * @param clock the clock
 */
public record ClockTicker(Clock clock) implements Ticker {

	@Override
	public long read() {
		return TimeUnit.MILLISECONDS.toNanos(this.clock.millis());
	}

}
