package billpay.account.login.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * Slows down password guessing (OWASP ASVS 6.3.1) without locking out the owner of an
 * account. A browser that fails waits longer after each failure. An attacker who discards
 * the cookies for every attempt meets the limit of the account: after many failures, a
 * browser that the account does not know waits also before its first attempt.
 * <p>
 * Each browser waits for itself. A queue that all unknown browsers share could be filled
 * to keep out an owner who uses a new browser. Concurrent attempts are bounded by
 * {@code BoundedPasswordEncoder}.
 * <p>
 * Network addresses are not considered, as a class shares one. The counts are kept on
 * this node: over n nodes an attacker has n times the attempts.
 */
@Component
class LoginThrottle {

	private static final int FREE_ATTEMPTS_PER_BROWSER = 5;

	private static final int MAX_FAILURES_PER_ACCOUNT = 100;

	private static final Duration INITIAL_WAIT = Duration.ofSeconds(1);

	private static final Duration INITIAL_WAIT_OF_UNKNOWN_BROWSERS = Duration.ofSeconds(5);

	private static final Duration MAX_WAIT = Duration.ofMinutes(5);

	private static final int MAX_REMEMBERED = 100_000;

	private static final int MAX_NAME_LENGTH = 40;

	private final Clock clock;

	private final Cache<AttemptKey, Failures> browsers = newCache();

	private final Cache<String, Failures> accounts = newCache();

	LoginThrottle(Clock clock) {
		this.clock = clock;
	}

	private static <K> Cache<K, Failures> newCache() {
		return Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(Duration.ofMinutes(15)).build();
	}

	/**
	 * Permits a login attempt, or says how long to wait. An attempt counts as a failure
	 * until it is {@link #recordSuccess} or {@link #cancelAttempt cancelled}, so that
	 * concurrent guesses are not all permitted before the first has failed.
	 * @param account the account's name as typed
	 * @param browser the browser
	 * @throws LoginThrottledException when the browser has to wait
	 */
	synchronized void beginAttempt(String account, BrowserIdentity browser) {
		AttemptKey key = AttemptKey.of(account, browser);
		Duration wait = waitOf(key, browser);
		if (!wait.isZero()) {
			throw new LoginThrottledException(wait);
		}
		count(this.browsers, key, 1);
		count(this.accounts, key.account(), 1);
	}

	private Duration waitOf(AttemptKey key, BrowserIdentity browser) {
		Failures own = this.browsers.getIfPresent(key);
		if (isUnderAttack(key.account()) && !browser.isKnownTo(key.account())) {
			if (own == null) {
				count(this.browsers, key, 0); // The time to wait begins.
				return INITIAL_WAIT_OF_UNKNOWN_BROWSERS;
			}
			return timeLeft(own, INITIAL_WAIT_OF_UNKNOWN_BROWSERS, own.count());
		}
		return (own != null && own.count() >= FREE_ATTEMPTS_PER_BROWSER)
				? timeLeft(own, INITIAL_WAIT, own.count() - FREE_ATTEMPTS_PER_BROWSER) : Duration.ZERO;
	}

	private boolean isUnderAttack(String account) {
		Failures all = this.accounts.getIfPresent(account);
		return all != null && all.count() >= MAX_FAILURES_PER_ACCOUNT;
	}

	private Duration timeLeft(Failures failures, Duration first, int doublings) {
		Duration wait = first.multipliedBy(1L << Math.min(doublings, 20));
		Instant end = failures.last().plus((wait.compareTo(MAX_WAIT) < 0) ? wait : MAX_WAIT);
		Duration left = Duration.between(this.clock.instant(), end);
		return (left.isNegative()) ? Duration.ZERO : left;
	}

	/**
	 * Forgets the failures of a browser that has logged in.
	 * @param account the account's name as typed
	 * @param browser the browser
	 */
	synchronized void recordSuccess(String account, BrowserIdentity browser) {
		AttemptKey key = AttemptKey.of(account, browser);
		this.browsers.invalidate(key);
		count(this.accounts, key.account(), -1);
	}

	/**
	 * Does not count an attempt after all, because the password could not be checked.
	 * @param account the account's name as typed
	 * @param browser the browser
	 */
	synchronized void cancelAttempt(String account, BrowserIdentity browser) {
		AttemptKey key = AttemptKey.of(account, browser);
		count(this.browsers, key, -1);
		count(this.accounts, key.account(), -1);
	}

	private <K> void count(Cache<K, Failures> failures, K key, int more) {
		Instant now = this.clock.instant();
		failures.asMap().compute(key, (same, before) -> {
			int count = (before != null) ? before.count() : 0;
			Instant last = (more < 0 && before != null) ? before.last() : now;
			return new Failures(Math.max(count + more, 0), last);
		});
	}

	private record Failures(int count, Instant last) {
	}

	/**
	 * A browser at an account.
	 */
	private record AttemptKey(String account, String browser) {

		static AttemptKey of(String account, BrowserIdentity browser) {
			String name = account.strip().toLowerCase(Locale.ROOT);
			return new AttemptKey(name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH)), browser.id());
		}

	}

}
