package billpay.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * Slows sign-ups down, so that a script does not use up the numbers: a few for each
 * browser, then one every few minutes. Whoever throws the cookies away for each sign-up
 * meets the pace of all browsers together, which a class that signs up within five
 * minutes does not. The address plays no part, as a class shares one. The counts are this
 * node's own.
 */
@Component
class SignUpThrottle {

	private static final int MAX_REMEMBERED = 100_000;

	private final SignUpProperties properties;

	private final Clock clock;

	private final Bucket all;

	private final Cache<String, Bucket> browsers;

	SignUpThrottle(SignUpProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
		this.all = new Bucket(properties.atOnce(), properties.oneMore());
		this.browsers = Caffeine.newBuilder()
			.maximumSize(MAX_REMEMBERED)
			.expireAfterWrite(properties.oneMorePerBrowser().multipliedBy(properties.atOncePerBrowser()))
			.build();
	}

	/**
	 * Lets a browser open an account, or tells it how long to wait.
	 * @param browser the browser
	 * @return the time left, zero when it may open one now
	 */
	Duration begin(Browser browser) {
		Bucket own = this.browsers.get(browser.id(),
				(id) -> new Bucket(this.properties.atOncePerBrowser(), this.properties.oneMorePerBrowser()));
		Instant now = this.clock.instant();
		Duration wait = own.take(now);
		return (wait.isZero()) ? this.all.take(now) : wait;
	}

	/**
	 * A token bucket: full at first, and one token more after each interval.
	 */
	private static final class Bucket {

		private final Duration interval;

		private final Duration capacity;

		private Instant fullAt = Instant.MIN;

		Bucket(int tokens, Duration interval) {
			this.interval = interval;
			this.capacity = interval.multipliedBy(tokens);
		}

		synchronized Duration take(Instant now) {
			Instant fullAgain = ((this.fullAt.isAfter(now)) ? this.fullAt : now).plus(this.interval);
			Duration wait = Duration.between(now.plus(this.capacity), fullAgain);
			if (wait.compareTo(Duration.ZERO) > 0) {
				return wait;
			}
			this.fullAt = fullAgain;
			return Duration.ZERO;
		}

	}

}
