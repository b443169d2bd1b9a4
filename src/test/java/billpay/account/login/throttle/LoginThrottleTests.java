package billpay.account.login.throttle;

import java.time.Duration;
import java.util.stream.IntStream;

import billpay.support.MutableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How guessing is slowed down, and how the owner of an account gets through.
 */
@Tag("A2")
class LoginThrottleTests {

	private final MutableClock clock = new MutableClock();

	private final LoginThrottle throttle = new LoginThrottle(this.clock);

	private static BrowserIdentity browser(String id) {
		return new BrowserIdentity(id, null);
	}

	private static BrowserIdentity knownTo(String account, String id) {
		return new BrowserIdentity(id, account);
	}

	private void fail(int times, String account, BrowserIdentity browser) {
		for (int i = 0; i < times; i++) {
			assertThatItMayTry(account, browser);
		}
	}

	private void failFromManyBrowsers(int times, String account) {
		IntStream.range(0, times).forEach((i) -> fail(1, account, browser("guesser " + i)));
	}

	private void assertThatItMayTry(String account, BrowserIdentity browser) {
		this.throttle.beginAttempt(account, browser);
	}

	private void assertThatItWaits(long seconds, String account, BrowserIdentity browser) {
		assertThatExceptionOfType(LoginThrottledException.class)
			.isThrownBy(() -> this.throttle.beginAttempt(account, browser))
			.satisfies((ex) -> assertThat(ex.seconds()).isEqualTo(seconds));
	}

	private void pass(Duration time) {
		this.clock.advance(time);
	}

	@Test
	void fiveTriesAreFreeAlsoWhenTheyComeAtOnce() {
		fail(5, "mark", browser("here"));
		assertThatItWaits(1, "mark", browser("here"));
	}

	@Test
	void eachFurtherFailureDoublesTheWaitUntilFiveMinutes() {
		fail(5, "mark", browser("here"));
		for (int seconds = 1; seconds < 300; seconds *= 2) {
			assertThatItWaits(seconds, "mark", browser("here"));
			pass(Duration.ofSeconds(seconds));
			fail(1, "mark", browser("here"));
		}
		assertThatItWaits(300, "mark", browser("here"));
	}

	@Test
	void theWaitPassesAndAskingTooEarlyDoesNotProlongIt() {
		fail(5, "mark", browser("here"));
		pass(Duration.ofMillis(400));
		assertThatItWaits(1, "mark", browser("here"));
		pass(Duration.ofMillis(600));
		fail(1, "mark", browser("here"));
		assertThatItWaits(2, "mark", browser("here"));
	}

	@Test
	void theOwnersBrowserAndOtherAccountsDoNotWait() {
		fail(5, "mark", browser("guesser"));
		assertThatItMayTry("mark", browser("owner"));
		assertThatItMayTry("phil", browser("guesser"));
	}

	@Test
	void aLoginStartsOver() {
		fail(4, "mark", browser("here"));
		assertThatItMayTry("mark", browser("here"));
		this.throttle.recordSuccess("mark", browser("here"));
		fail(5, "mark", browser("here"));
		assertThatItWaits(1, "mark", browser("here"));
	}

	@Test
	@Tag("A11")
	void aTryThatIsTakenBackDoesNotCount() {
		for (int i = 0; i < 1000; i++) {
			assertThatItMayTry("mark", browser("here"));
			this.throttle.cancelAttempt("mark", browser("here"));
		}
		assertThatItMayTry("mark", browser("another"));
	}

	@Test
	void aClassThatLogsInRightDoesNotSlowTheAccountDown() {
		for (int i = 0; i < 200; i++) {
			assertThatItMayTry("mark", browser("browser" + i));
			this.throttle.recordSuccess("mark", browser("browser" + i));
		}
		assertThatItMayTry("mark", browser("another"));
	}

	@Test
	void aNewBrowserForEveryGuessGuessesNothingMoreAfterAHundred() {
		failFromManyBrowsers(100, "mark");
		for (int i = 0; i < 1000; i++) {
			assertThatItWaits(5, "mark", browser("another " + i));
		}
		assertThatItMayTry("phil", browser("another"));
	}

	@Test
	@Tag("A11")
	void theOwnerInANewBrowserWaitsOnceForSecondsHoweverManyOthersGo() {
		failFromManyBrowsers(100, "mark");
		BrowserIdentity owner = browser("new browser of the owner");
		assertThatItWaits(5, "mark", owner);
		for (int i = 0; i < 5000; i++) {
			assertThatItWaits(5, "mark", browser("late guesser " + i));
			pass(Duration.ofMillis(1));
		}
		assertThatItMayTry("mark", owner);
	}

	@Test
	void doublesTheWaitOfABrowserThatKeepsItsCookies() {
		failFromManyBrowsers(100, "mark");
		BrowserIdentity patient = browser("patient guesser");
		for (int seconds = 5; seconds < 300; seconds *= 2) {
			assertThatItWaits(seconds, "mark", patient);
			pass(Duration.ofSeconds(seconds));
			fail(1, "mark", patient);
		}
		assertThatItWaits(300, "mark", patient);
	}

	@Test
	@Tag("A11")
	void aBrowserThatTheAccountKnowsDoesNotWaitForOthers() {
		failFromManyBrowsers(100, "mark");
		fail(5, "mark", knownTo("mark", "of mark"));
		assertThatItWaits(1, "mark", knownTo("mark", "of mark"));
		assertThatItWaits(5, "mark", knownTo("phil", "of phil"));
	}

	@Test
	void theSameNameInAnotherSpellingIsTheSameAccount() {
		fail(3, "mark", browser("here"));
		fail(2, " MARK ", browser("here"));
		assertThatItWaits(1, "Mark", browser("here"));
	}

}
