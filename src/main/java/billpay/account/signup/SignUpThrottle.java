package billpay.account.signup;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

import billpay.account.login.throttle.BrowserIdentity;
import billpay.web.ClockTicker;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

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
		this.all = newBucket(properties.capacity(), REFILL_INTERVAL);
		this.browsers = Caffeine.newBuilder()
			.maximumSize(MAX_REMEMBERED)
			.expireAfterAccess(BROWSER_REFILL_INTERVAL.multipliedBy(properties.browserCapacity()))
			.ticker(new ClockTicker(clock))
			.build();
	}

	// Returns the time to wait, zero when an account may be created now.
	synchronized Duration tryAcquire(BrowserIdentity browser) {
		Bucket own = bucketOf(browser);
		Duration wait = Collections.max(List.of(waitOf(own), waitOf(this.all)));
		if (wait.isZero()) {
			own.tryConsume(1);
			this.all.tryConsume(1);
		}
		return wait;
	}

	synchronized void release(BrowserIdentity browser) {
		bucketOf(browser).addTokens(1);
		this.all.addTokens(1);
	}

	private static Duration waitOf(Bucket bucket) {
		return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
	}

	private Bucket bucketOf(BrowserIdentity browser) {
		return this.browsers.get(browser.id(),
				(id) -> newBucket(this.properties.browserCapacity(), BROWSER_REFILL_INTERVAL));
	}

	private Bucket newBucket(int tokens, Duration interval) {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(tokens).refillGreedy(1, interval))
			.withCustomTimePrecision(new ClockTimeMeter(this.clock))
			.build();
	}

	private record ClockTimeMeter(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return TimeUnit.MILLISECONDS.toNanos(this.clock.millis());
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
