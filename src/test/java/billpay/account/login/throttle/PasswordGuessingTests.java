package billpay.account.login.throttle;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import billpay.support.HttpBrowser;
import billpay.support.MutableClock;
import billpay.support.Page;
import billpay.support.Workbench;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An account at which others guess, and its owner, who comes with a new browser.
 */
@Workbench
@Tag("A11")
class PasswordGuessingTests {

	private static final int GUESSERS = 20;

	@LocalServerPort
	private int port;

	@Autowired
	private MutableClock clock;

	@Autowired
	private LoginThrottle throttle;

	private HttpBrowser newBrowser() {
		return new HttpBrowser("http://localhost:" + this.port);
	}

	private Page logIn(HttpBrowser browser, String username, String password) {
		browser.get("/login");
		return browser.post("/login", "username", username, "password", password);
	}

	@Test
	void attemptsRefusedBeforeThePasswordIsCheckedDoNotCount() {
		for (String nothing : List.of("", "x".repeat(1001))) {
			for (int i = 0; i < 60; i++) {
				assertThat(logIn(newBrowser(), "jan", nothing).status()).isEqualTo(422);
			}
		}
		HttpBrowser one = newBrowser();
		for (int i = 0; i < 10; i++) {
			assertThat(logIn(one, "jan", "").text()).contains("Enter your name and password.");
			assertThat(logIn(one, "", "pay-my-bill").status()).isEqualTo(422);
		}
		assertThat(logIn(one, "jan", "pay-my-bill").status()).isEqualTo(303);
		assertThat(logIn(newBrowser(), "jan", "pay-my-bill").status()).isEqualTo(303);
	}

	@Test
	@Tag("A2")
	void theOwnerGetsInWithANewBrowserWhileOthersGoOnGuessing() throws Exception {
		HttpBrowser old = newBrowser();
		old.signUp("guessed-at");
		String right = "secret of guessed-at";
		for (int i = 0; i < 100; i++) {
			this.throttle.beginAttempt("guessed-at", new BrowserIdentity("guesser " + i, null));
		}
		AtomicBoolean over = new AtomicBoolean();
		Queue<Integer> answers = new ConcurrentLinkedQueue<>();
		ExecutorService guessers = Executors.newFixedThreadPool(GUESSERS);
		try {
			Callable<Void> guessing = () -> {
				while (!over.get()) {
					answers.add(logIn(newBrowser(), "guessed-at", "guess").status());
				}
				return null;
			};
			for (int i = 0; i < GUESSERS; i++) {
				guessers.submit(guessing);
			}
			HttpBrowser owner = newBrowser();
			Page asked = logIn(owner, "guessed-at", right);
			assertThat(asked.status()).isEqualTo(429);
			assertThat(asked.header("Retry-After")).isEqualTo("5");
			assertThat(logIn(old, "guessed-at", right).status()).as("from a browser that is known").isEqualTo(303);
			this.clock.advance(Duration.ofSeconds(5));
			assertThat(logIn(owner, "guessed-at", right).status()).isEqualTo(303);
		}
		finally {
			over.set(true);
			guessers.shutdown();
			assertThat(guessers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
		}
		assertThat(answers.stream().collect(Collectors.toSet())).containsOnly(429);
	}

}
