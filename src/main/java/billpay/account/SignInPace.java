package billpay.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Slows guessing down (OWASP ASVS 6.3.1). One browser that fails at one account waits
 * longer and longer. Who throws the cookies away for every guess meets the account's own
 * limit: after many failures from wherever, one try a second, but for browsers that have
 * signed in to it before, so that guessing does not lock its owner out. The address plays
 * no part: a class shares one.
 */
@Component
class SignInPace {

	private static final Logger log = LoggerFactory.getLogger(SignInPace.class);

	private static final int FREE_PER_BROWSER = 5;

	private static final int FREE_PER_ACCOUNT = 100;

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

	private static final int MAX_REMEMBERED = 100_000;

	private final Clock clock;

	private final Cache<Browser, Failures> browsers;

	private final Cache<String, Failures> accounts;

	private final Cache<Browser, Boolean> known = Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).build();

	SignInPace(Clock clock) {
		this.clock = clock;
		this.browsers = newCache();
		this.accounts = newCache();
	}

	private <K> Cache<K, Failures> newCache() {
		return Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(Duration.ofMinutes(15)).build();
	}

	/**
	 * Lets a browser try an account, or tells it how long to wait. A try counts as a
	 * failure from its begin until it {@link #succeeded}, so that guesses in parallel are
	 * not all let in before the first has failed.
	 * @param account the name as typed
	 * @param browser what tells browsers apart
	 * @param word the browser's word, {@code null} when it has never signed in
	 * @return the time left, zero when it may try now
	 */
	synchronized Duration enter(String account, String browser, @Nullable String word) {
		Duration timeLeft = timeLeft(account, browser, word);
		if (timeLeft.isZero()) {
			failed(account, browser);
		}
		else {
			log.warn("sign-in-slowed: user={}", key(account));
		}
		return timeLeft;
	}

	/**
	 * How long a browser has to wait before it may try an account again.
	 * @param account the name as typed
	 * @param browser what tells browsers apart
	 * @param word the browser's word, {@code null} when it has never signed in
	 * @return the time left, zero when it may try now
	 */
	Duration timeLeft(String account, String browser, @Nullable String word) {
		Failures own = this.browsers.getIfPresent(new Browser(key(account), browser));
		if (own != null && own.count() >= FREE_PER_BROWSER) {
			int doublings = Math.min(own.count() - FREE_PER_BROWSER, 20);
			return left(own, min(Duration.ofSeconds(1L << doublings), LONGEST_WAIT));
		}
		if (word != null && this.known.getIfPresent(new Browser(key(account), word)) != null) {
			return Duration.ZERO;
		}
		Failures all = this.accounts.getIfPresent(key(account));
		return (all != null && all.count() >= FREE_PER_ACCOUNT) ? left(all, Duration.ofSeconds(1)) : Duration.ZERO;
	}

	private Duration left(Failures failures, Duration wait) {
		Duration left = Duration.between(this.clock.instant(), failures.last().plus(wait));
		return (left.isNegative()) ? Duration.ZERO : left;
	}

	void failed(String account, String browser) {
		count(this.browsers, new Browser(key(account), browser));
		count(this.accounts, key(account));
	}

	/**
	 * Takes back that a try counted as a failure, and knows the browser from now on.
	 * @param account the name as typed
	 * @param browser what tells browsers apart
	 * @param word the browser's word
	 */
	synchronized void succeeded(String account, String browser, String word) {
		this.known.put(new Browser(key(account), word), true);
		this.browsers.invalidate(new Browser(key(account), browser));
		this.accounts.asMap().computeIfPresent(key(account), (key, all) -> new Failures(all.count() - 1, all.last()));
	}

	private <K> void count(Cache<K, Failures> failures, K key) {
		Instant now = this.clock.instant();
		failures.asMap().merge(key, new Failures(1, now), (before, one) -> new Failures(before.count() + 1, now));
	}

	private static String key(String account) {
		String name = account.strip().toLowerCase(Locale.ROOT);
		return name.substring(0, Math.min(name.length(), 40));
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	private record Browser(String account, String id) {
	}

	private record Failures(int count, Instant last) {
	}

}
