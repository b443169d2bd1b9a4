package billpay.account.login;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import billpay.support.Browser;
import billpay.support.HttpBrowser;
import billpay.support.MutableClock;
import billpay.support.Page;
import billpay.support.Workbench;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signing in, also with the wrong password, the wrong form, and at the wrong time.
 */
@Workbench
class LoginTests {

	private static final String REFUSED = "Incorrect name or password.";

	@LocalServerPort
	private int port;

	@Autowired
	private MutableClock clock;

	private HttpBrowser newBrowser() {
		return new HttpBrowser("http://localhost:" + this.port);
	}

	private static Page tryToLogIn(Browser browser, String username, String password) {
		return browser.post("/login", "username", username, "password", password);
	}

	private static String withoutNameAndToken(Page page, String name) {
		return page.withoutServerView()
			.body()
			.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "the token")
			.replaceAll(" value=\"" + Pattern.quote(name) + "\"", " the name");
	}

	@Test
	@Tag("A1")
	void anUnknownNameAndAWrongPasswordLookAlike() {
		Browser one = newBrowser();
		one.get("/login");
		Page unknown = tryToLogIn(one, "nobody-here", "wrong");
		Browser other = newBrowser();
		other.get("/login");
		Page wrong = tryToLogIn(other, "mark", "wrong");
		assertThat(unknown.status()).isEqualTo(wrong.status()).isEqualTo(422);
		assertThat(unknown.text()).contains(REFUSED);
		assertThat(withoutNameAndToken(unknown, "nobody-here")).isEqualTo(withoutNameAndToken(wrong, "mark"))
			.contains("the token", "the name");
		assertThat(unknown.headers().keySet()).isEqualTo(wrong.headers().keySet());
	}

	@Test
	@Tag("A2")
	void guessingIsSlowedWhileTheOwnerSignsInFromAnotherBrowser() {
		newBrowser().signUp("guessed");
		Browser guesser = newBrowser();
		guesser.get("/login");
		List<Integer> answers = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			answers.add(tryToLogIn(guesser, "guessed", "guess" + i).status());
		}
		assertThat(answers.subList(0, 5)).containsOnly(422);
		assertThat(answers.subList(5, 20)).containsOnly(429);
		newBrowser().signIn("guessed", "secret of guessed");

		Page right = tryToLogIn(guesser, "guessed", "secret of guessed");
		assertThat(right.status()).isEqualTo(429);
		assertThat(right.header("Retry-After")).isEqualTo("1");
		assertThat(right.text()).contains("Too many failed attempts. Please wait 1 second and try again.");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(tryToLogIn(guesser, "guessed", "wrong again").status()).isEqualTo(422);
		assertThat(tryToLogIn(guesser, "guessed", "secret of guessed").header("Retry-After")).isEqualTo("2");
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(tryToLogIn(guesser, "guessed", "secret of guessed").status()).isEqualTo(303);
	}

	@Test
	void redirectsASignedInCustomerFromAnOldLoginAddress() {
		Browser mark = newBrowser();
		mark.signIn("mark", "pay-my-bill");
		assertThat(mark.get("/login?next=%2Fpayments").location()).isEqualTo("/payments");
	}

	@Test
	void anEmptyNameOrPasswordIsAskedForAndNotCalledIncorrect() {
		Browser stranger = newBrowser();
		stranger.get("/login");
		for (String[] empty : new String[][] { { "", "" }, { "mark", "" }, { " ", "pay-my-bill" } }) {
			Page refused = tryToLogIn(stranger, empty[0], empty[1]);
			assertThat(refused.status()).isEqualTo(422);
			assertThat(refused.text()).contains("Enter your name and password.").doesNotContain(REFUSED);
		}
	}

	@Test
	@Tag("A7")
	void aSignInFormOfAnotherTabLeadsHomeWhenSomebodyIsSignedInMeanwhile() {
		for (String form : List.of("/login", "/signup")) {
			Browser mark = newBrowser();
			mark.get(form);
			String stale = mark.token();
			mark.signIn("mark", "pay-my-bill");
			mark.useToken(stale);
			assertThat(mark.post(form, "username", "phil", "password", "pay-my-bill").location()).isEqualTo("/");
			assertThat(mark.follow().text()).contains("You are already signed in.");
			assertThat(mark.get("/cart").body()).contains("class=\"user\">mark<");
		}
	}

	@Test
	@Tag("A7")
	void aSignInFormWhoseSessionIsGoneComesAgainWithASentenceAndWorks() {
		Browser mark = newBrowser();
		mark.get("/login?next=/payments");
		this.clock.advance(Duration.ofMinutes(6));
		Page stale = mark.post("/login", "username", "mark", "password", "pay-my-bill", "next", "/payments");
		assertThat(stale.status()).isEqualTo(303);
		assertThat(stale.location()).isEqualTo("/login?next=%2Fpayments");
		Page form = mark.follow();
		assertThat(form.text()).contains(
				"The session of this form has ended. Most likely the page was open for a while",
				"It was not processed. Please try again.");
		assertThat(mark.post("/login", "username", "mark", "password", "pay-my-bill", "next", form.main().value("next"))
			.location()).isEqualTo("/payments");
		assertThat(mark.follow().status()).isEqualTo(200);
	}

	@Test
	@Tag("A7")
	void aSignInFormWithoutItsTokenComesAgainWithASentenceAndWorks() {
		Browser mark = newBrowser();
		mark.get("/login");
		mark.useToken("");
		assertThat(tryToLogIn(mark, "mark", "pay-my-bill").location()).isEqualTo("/login");
		assertThat(mark.follow().text()).contains("This form came without its security token", "It was not processed.");
		assertThat(mark.get("/login").text()).doesNotContain("It was not processed.");
		assertThat(tryToLogIn(mark, "mark", "pay-my-bill").location()).isEqualTo("/lookup");
	}

	@Test
	@Tag("A7")
	void aSignUpFormWhoseSessionIsGoneDoesNotAskToSignInAgain() {
		Browser stranger = newBrowser();
		stranger.get("/signup");
		this.clock.advance(Duration.ofMinutes(6));
		assertThat(stranger.post("/signup", "username", "too-late", "password", "secret of too-late").location())
			.isEqualTo("/signup");
		assertThat(stranger.follow().text()).contains("The session of this form has ended.")
			.doesNotContain("sign in again");
	}

	@Test
	@Tag("A7")
	void aFormThatIsStaleBecauseSomebodySignedOutInAnotherTabSaysSo() {
		Browser mark = newBrowser().signIn("mark", "pay-my-bill");
		String token = mark.token();
		mark.post("/logout");
		mark.useToken(token);
		assertThat(mark.post("/lookup", "phoneNumber", "+1 212-555-0142").location()).isEqualTo("/login");
		assertThat(mark.follow().text()).contains("You signed out, or your session ended, after this form was opened");
		mark.useToken(token);
		mark.post("/signup", "username", "another-tab", "password", "secret of another-tab");
		assertThat(mark.follow().text()).contains("You get your own mobile number",
				"You signed out, or your session ended, after this form was opened");
	}

	@Test
	@Tag("A7")
	void aBrowserThatBlocksCookiesIsToldSoAndNotThatItsFormIsTooOld() {
		Browser blocking = newBrowser();
		for (String form : List.of("/login", "/signup", "/login")) {
			blocking.get(form);
			blocking.cookies().clear();
			Page answer = blocking.post(form, "username", "mark", "password", "pay-my-bill");
			assertThat(answer.status()).isEqualTo(403);
			assertThat(answer.text()).contains("Your browser sent no cookie with this form", "Allow cookies");
			blocking.cookies().clear();
		}
	}

	@Test
	void noLinkMakesThePageSayWhatIsNotSo() {
		for (String query : List.of("?notice=login.session-ended", "?notice=expired", "?reason=login.refused",
				"?problem=login.busy")) {
			Page page = newBrowser().get("/login" + query);
			assertThat(page.body()).doesNotContain("class=\"notice\"", "error-summary");
		}
	}

	@Test
	@Tag("A7")
	void aFormOlderThanTheSignInOfAnotherTabSaysThatNothingWasDone() {
		Browser mark = newBrowser().signIn("mark", "pay-my-bill");
		mark.useToken("of-another-tab");
		Page refused = mark.post("/lookup", "phoneNumber", "+1 212-555-0142");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.text()).contains("This page was most likely opened before you last signed in");
		assertThat(mark.get("/bill").location()).isEqualTo("/lookup");
	}

	@Test
	@Tag("A8")
	void afterSignInOneLandsOnThePageThatWasAskedForAlsoWhenTheBrowserAskedForAnIconInBetween() {
		Browser mark = newBrowser();
		assertThat(mark.get("/payments?page=1").location()).isEqualTo("/login?next=%2Fpayments%3Fpage%3D1");
		Page form = mark.follow();
		assertThat(form.text()).contains("Please sign in first.");
		assertThat(mark.get("/favicon.ico").status()).isEqualTo(404);
		assertThat(mark.get("/apple-touch-icon.png").status()).isEqualTo(404);
		assertThat(mark.post("/login", "username", "mark", "password", "pay-my-bill", "next", form.main().value("next"))
			.location()).isEqualTo("/payments?page=1");
		assertThat(mark.follow().text()).contains("Your payments");
	}

	@Test
	@Tag("A8")
	void aWrongPasswordDoesNotLoseThePageThatWasAskedFor() {
		Browser mark = newBrowser();
		mark.get("/login?next=/payments");
		Page refused = mark.post("/login", "username", "mark", "password", "wrong", "next", "/payments");
		assertThat(refused.main().value("next")).isEqualTo("/payments");
		assertThat(refused.main().value("username")).isEqualTo("mark");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)",
			"/login", "/logout" })
	@Tag("I6")
	void signInLeadsNowhereElse(String next) {
		Browser mark = newBrowser();
		mark.get("/login");
		assertThat(mark.post("/login", "username", "mark", "password", "pay-my-bill", "next", next).location())
			.isEqualTo("/lookup");
	}

	@Test
	void signingInOverSomebodyElseBeginsANewSession() {
		Browser shared = newBrowser();
		shared.fillCart(shared.signUp("leaves-first"));
		String before = shared.sessionId();
		assertThat(tryToLogIn(shared, "mark", "pay-my-bill").location()).isEqualTo("/lookup");
		assertThat(shared.get("/bill").location()).isEqualTo("/lookup");
		assertThat(shared.get("/cart").body()).contains("Cart (0)", "class=\"user\">mark<");
		shared.cookies().put("BILLPAY_SESSION", before);
		assertThat(shared.get("/cart").location()).isEqualTo("/login?next=%2Fcart");
	}

	@Test
	void theNameMayBeTypedInCapitals() {
		Browser mark = newBrowser().signIn("MARK", "pay-my-bill");
		assertThat(mark.get("/cart").body()).contains("class=\"user\">mark<");
	}

}
