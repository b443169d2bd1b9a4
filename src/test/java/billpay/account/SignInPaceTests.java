package billpay.account;

import java.time.Duration;

import billpay.support.HandClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How guessing is slowed down.
 */
@Tag("A2")
class SignInPaceTests {

	private final HandClock clock = new HandClock();

	private final SignInPace pace = new SignInPace(this.clock);

	private void fail(int times, String account, String browser) {
		for (int i = 0; i < times; i++) {
			this.pace.failed(account, browser);
		}
	}

	@Test
	void fiveTriesAreFree() {
		assertThat(this.pace.timeLeft("mark", "here", null)).isZero();
		fail(4, "mark", "here");
		assertThat(this.pace.timeLeft("mark", "here", null)).isZero();
		fail(1, "mark", "here");
		assertThat(this.pace.timeLeft("mark", "here", null)).isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void eachFurtherFailureDoublesTheWaitUntilFiveMinutes() {
		fail(5, "mark", "here");
		for (int seconds = 1; seconds < 300; seconds *= 2) {
			assertThat(this.pace.timeLeft("mark", "here", null)).isEqualTo(Duration.ofSeconds(seconds));
			fail(1, "mark", "here");
		}
		assertThat(this.pace.timeLeft("mark", "here", null)).isEqualTo(Duration.ofMinutes(5));
		fail(100_000, "mark", "here");
		assertThat(this.pace.timeLeft("mark", "here", null)).isEqualTo(Duration.ofMinutes(5));
	}

	@Test
	void theWaitPasses() {
		fail(8, "mark", "here");
		assertThat(this.pace.timeLeft("mark", "here", null)).isEqualTo(Duration.ofSeconds(8));
		this.clock.advance(Duration.ofSeconds(7));
		assertThat(this.pace.timeLeft("mark", "here", null)).isEqualTo(Duration.ofSeconds(1));
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.pace.timeLeft("mark", "here", null)).isZero();
		this.clock.advance(Duration.ofHours(1));
		assertThat(this.pace.timeLeft("mark", "here", null)).isZero();
	}

	@Test
	void theOwnersBrowserAndOtherAccountsDoNotWait() {
		fail(20, "mark", "guesser");
		assertThat(this.pace.timeLeft("mark", "owner", null)).isZero();
		assertThat(this.pace.timeLeft("phil", "guesser", null)).isZero();
	}

	@Test
	void aSignInStartsOver() {
		fail(5, "mark", "here");
		this.pace.succeeded("mark", "here", "word");
		assertThat(this.pace.timeLeft("mark", "here", null)).isZero();
		fail(4, "mark", "here");
		assertThat(this.pace.timeLeft("mark", "here", null)).isZero();
	}

	@Test
	void aNewBrowserForEveryGuessMeetsTheAccountsOwnPaceAfterAHundred() {
		for (int i = 0; i < 99; i++) {
			fail(1, "mark", "browser" + i);
		}
		assertThat(this.pace.timeLeft("mark", "another", null)).isZero();
		fail(1, "mark", "browser99");
		assertThat(this.pace.timeLeft("mark", "another", null)).isEqualTo(Duration.ofSeconds(1));
		assertThat(this.pace.timeLeft("phil", "another", null)).isZero();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.pace.timeLeft("mark", "another", null)).isZero();
	}

	@Test
	void guessesInParallelAreCountedBeforeTheyAreAnswered() {
		for (int i = 0; i < 5; i++) {
			assertThat(this.pace.enter("mark", "here", null)).isZero();
		}
		assertThat(this.pace.enter("mark", "here", null)).isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void aClassThatSignsInRightDoesNotSlowTheAccountDown() {
		for (int i = 0; i < 200; i++) {
			assertThat(this.pace.enter("mark", "browser" + i, null)).isZero();
			this.pace.succeeded("mark", "browser" + i, "word");
		}
	}

	@Test
	void aFloodOfGuessesWithoutCookiesDoesNotLockOutABrowserThatHasSignedInBefore() {
		this.pace.succeeded("mark", "long ago", "word of mark");
		for (int i = 0; i < 1000; i++) {
			this.pace.failed("mark", "guesser" + i);
			assertThat(this.pace.timeLeft("mark", "now", "word of mark")).isZero();
		}
		assertThat(this.pace.timeLeft("mark", "another", "another word")).isEqualTo(Duration.ofSeconds(1));
		assertThat(this.pace.timeLeft("mark", "another", null)).isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void theWordOfAnotherAccountOpensNothing() {
		this.pace.succeeded("phil", "his", "word of phil");
		fail(100, "mark", "guesser");
		assertThat(this.pace.timeLeft("mark", "his", "word of phil")).isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void theSameNameInAnotherSpellingIsTheSameAccount() {
		fail(3, "mark", "here");
		fail(2, " MARK ", "here");
		assertThat(this.pace.timeLeft("Mark", "here", null)).isEqualTo(Duration.ofSeconds(1));
	}

}
