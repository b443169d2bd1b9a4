package billpay.account.signup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

import billpay.account.login.throttle.BrowserIdentity;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * Limits sign-ups so that a script does not use up the phone numbers: a token bucket for
 * each browser, and one for all browsers, which also limits clients that discard their
 * cookies. Network addresses are not considered, as a class shares one. The counts are
 * kept on this node.
 */
@Component
class SignUpThrottle {

	/** After this time a browser may create one more account. */
	private static final Duration BROWSER_REFILL_INTERVAL = Duration.ofMinutes(2);

	/** After this time all browsers together may create one more account. */
	private static final Duration REFILL_INTERVAL = Duration.ofMinutes(1);

	private static final int MAX_REMEMBERED = 100_000;

	private final SignUpProperties properties;

	private final Clock clock;

	private final Bucket all;

	private final Cache<String, Bucket> browsers;

	SignUpThrottle(SignUpProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
		this.all = new Bucket(properties.capacity(), REFILL_INTERVAL);
		this.browsers = Caffeine.newBuilder()
			.maximumSize(MAX_REMEMBERED)
			.expireAfterAccess(BROWSER_REFILL_INTERVAL.multipliedBy(properties.browserCapacity()))
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.build();
	}

	// Returns the time to wait, zero when an account may be created now.
	synchronized Duration tryAcquire(BrowserIdentity browser) {
		Instant now = this.clock.instant();
		Bucket own = bucketOf(browser);
		Duration wait = Collections.max(List.of(own.waitAt(now), this.all.waitAt(now)));
		if (wait.isZero()) {
			own.take(now);
			this.all.take(now);
		}
		return wait;
	}

	synchronized void release(BrowserIdentity browser) {
		bucketOf(browser).release();
		this.all.release();
	}

	private Bucket bucketOf(BrowserIdentity browser) {
		return this.browsers.get(browser.id(),
				(id) -> new Bucket(this.properties.browserCapacity(), BROWSER_REFILL_INTERVAL));
	}

	/**
	 * A token bucket: full at first, and one token more after each interval.
	 */
	private static final class Bucket {

		private final Duration interval;

		private final Duration capacity;

		private Instant fullAt = Instant.EPOCH;

		Bucket(int tokens, Duration interval) {
			this.interval = interval;
			this.capacity = interval.multipliedBy(tokens);
		}

		Duration waitAt(Instant now) {
			Duration wait = Duration.between(now.plus(this.capacity), fullAfterOneMore(now));
			return (wait.isNegative()) ? Duration.ZERO : wait;
		}

		void take(Instant now) {
			this.fullAt = fullAfterOneMore(now);
		}

		void release() {
			this.fullAt = this.fullAt.minus(this.interval);
		}

		private Instant fullAfterOneMore(Instant now) {
			return ((this.fullAt.isAfter(now)) ? this.fullAt : now).plus(this.interval);
		}

	}

}
