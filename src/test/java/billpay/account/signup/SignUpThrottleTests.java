package billpay.account.signup;

import java.time.Duration;

import billpay.account.login.throttle.BrowserIdentity;
import billpay.support.MutableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many accounts are opened at what pace.
 */
class SignUpThrottleTests {

	private final MutableClock clock = new MutableClock();

	private final SignUpThrottle throttle = new SignUpThrottle(new SignUpProperties(3, 50), this.clock);

	private Duration tryAcquire(String browser) {
		return this.throttle.tryAcquire(new BrowserIdentity(browser, null));
	}

	@Test
	void aBrowserOpensAFewAndThenOneAfterTheOther() {
		for (int i = 0; i < 3; i++) {
			assertThat(tryAcquire("here")).isZero();
		}
		assertThat(tryAcquire("here")).isEqualTo(Duration.ofMinutes(2));
		this.clock.advance(Duration.ofSeconds(90));
		assertThat(tryAcquire("here")).isEqualTo(Duration.ofSeconds(30));
		this.clock.advance(Duration.ofSeconds(30));
		assertThat(tryAcquire("here")).isZero();
		assertThat(tryAcquire("here")).isEqualTo(Duration.ofMinutes(2));
		assertThat(tryAcquire("there")).isZero();
	}

	@Test
	void aBrowserThatTriesAllTheTimeOpensNoMoreThanItsPace() {
		int opened = 0;
		for (int i = 0; i < 30 * 60; i++) {
			opened += (tryAcquire("busy").isZero()) ? 1 : 0;
			this.clock.advance(Duration.ofSeconds(1));
		}
		assertThat(opened).isBetween(3 + 14, 3 + 15);
	}

	@Test
	void releasedAttemptsDoNotCount() {
		for (int i = 0; i < 100; i++) {
			assertThat(tryAcquire("here")).isZero();
			this.throttle.release(new BrowserIdentity("here", null));
		}
		assertThat(tryAcquire("here")).isZero();
	}

	@Test
	void theLimitOfAllTakesNoTokenOfTheBrowser() {
		for (int i = 0; i < 50; i++) {
			tryAcquire("browser " + i);
		}
		for (int i = 0; i < 10; i++) {
			assertThat(tryAcquire("here")).isPositive();
		}
		this.clock.advance(Duration.ofMinutes(3));
		for (int i = 0; i < 3; i++) {
			assertThat(tryAcquire("here")).isZero();
		}
	}

	@Test
	void aClassThatSignsUpWithinMinutesDoesNotWait() {
		for (int i = 0; i < 40; i++) {
			assertThat(tryAcquire("student " + i)).isZero();
			this.clock.advance(Duration.ofSeconds(7));
		}
	}

	@Test
	void aScriptWithANewBrowserForEachMeetsThePaceOfAll() {
		for (int i = 0; i < 50; i++) {
			assertThat(tryAcquire("browser " + i)).isZero();
		}
		int opened = 0;
		for (int i = 0; i < 600; i++) {
			this.clock.advance(Duration.ofSeconds(1));
			opened += (tryAcquire("another " + i).isZero()) ? 1 : 0;
		}
		assertThat(opened).isEqualTo(10);
	}

	@Test
	void afterABreakTheNextClassDoesNotWaitEither() {
		for (int i = 0; i < 50; i++) {
			assertThat(tryAcquire("first class " + i)).isZero();
		}
		this.clock.advance(Duration.ofMinutes(50));
		for (int i = 0; i < 40; i++) {
			assertThat(tryAcquire("second class " + i)).isZero();
		}
	}

}
