package billpay.account.signup;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import billpay.account.AccountRepository;
import billpay.support.Browser;
import billpay.support.ConcurrentTasks;
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
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opening an account, and what is kept of the password.
 */
@Workbench
@Tag("ledger")
class SignUpTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AccountRepository accounts;

	@Autowired
	private MutableClock clock;

	private Browser newBrowser() {
		return new HttpBrowser("http://localhost:" + this.port);
	}

	private Page signUp(String username, String password) {
		Browser browser = newBrowser();
		browser.get("/signup");
		return browser.post("/signup", "username", username, "password", password);
	}

	@Test
	@Tag("S3")
	void changesTheIdOfTheSessionAndTheFormToken() {
		Browser browser = newBrowser();
		browser.get("/signup");
		String id = browser.sessionId();
		String token = browser.token();
		browser.post("/signup", "username", "with-a-new-id", "password", "a-new-password");
		assertThat(browser.follow().status()).isEqualTo(200);
		assertThat(browser.sessionId()).isNotEqualTo(id);
		assertThat(browser.token()).isNotEqualTo(token);
	}

	private Page signIn(String username, String password) {
		Browser browser = newBrowser();
		browser.get("/login");
		return browser.post("/login", "username", username, "password", password);
	}

	private long accountsNamed(String name) {
		return this.jdbc.sql("select count(*) from account where lower(name) = lower(?)")
			.param(name)
			.query(Long.class)
			.single();
	}

	@Test
	void ofManyNodesThatAppointTheInstructorAtOnceNoneFails() throws Exception {
		for (int round = 0; round < 5; round++) {
			String name = "instructor-" + round;
			ConcurrentTasks.run(8, (node) -> () -> {
				this.accounts.saveInstructor(name, "hash of node " + node);
				return node;
			});
			assertThat(accountsNamed(name)).isOne();
		}
	}

	@Test
	void aNewCustomerIsSignedInAndHasANumberAndABillOfTheirOwn() {
		Browser one = newBrowser();
		Browser other = newBrowser();
		one.get("/signup");
		one.post("/signup", "username", "newcomer-one", "password", "secret of newcomer-one");
		assertThat(one.arrival()).startsWith("/lookup: Welcome!");
		String numberOfOne = one.get("/lookup").attribute("option", "value");
		assertThat(other.signUp("newcomer-two")).isNotEqualTo(numberOfOne);
		assertThat(this.jdbc.sql("select owner from phone_number where number = ?")
			.param(numberOfOne.replaceAll("[^+0-9]", ""))
			.query(String.class)
			.single()).isEqualTo("newcomer-one");
		one.post("/lookup", "phoneNumber", numberOfOne);
		assertThat(one.follow().text()).contains("Bill for " + numberOfOne, "$42.50");
		one.post("/logout");
		one.signIn("newcomer-one", "secret of newcomer-one");
	}

	@Test
	void theFirstPageWelcomesANewCustomerOnce() {
		Browser browser = newBrowser();
		browser.get("/signup");
		assertThat(browser.post("/signup", "username", "welcome", "password", "secret of welcome").location())
			.isEqualTo("/lookup");
		assertThat(browser.follow().text()).contains("Welcome! You now have your own mobile number");
		assertThat(browser.get("/lookup").text()).doesNotContain("Welcome!");
	}

	@Test
	void aBrowserThatOpensOneAccountAfterTheOtherIsSlowedDown() {
		Browser script = newBrowser();
		for (int i = 0; i < 6; i++) {
			script.signUp("number-eater-" + i);
			script.post("/logout");
		}
		script.get("/signup");
		Page slowed = script.post("/signup", "username", "number-eater-6", "password", "secret of number-eater");
		assertThat(slowed.status()).isEqualTo(429);
		assertThat(Integer.parseInt(slowed.header("Retry-After"))).isBetween(1, 121);
		assertThat(slowed.text()).contains("Too many accounts have been created. Please wait");
		assertThat(accountsNamed("number-eater-6")).isZero();
		newBrowser().signUp("somebody-else");
		this.clock.advance(Duration.ofMinutes(3));
		script.signUp("number-eater-6");
	}

	@Test
	void asksASignedInCustomerToSignOutBeforeSigningUp() {
		Browser first = newBrowser();
		first.fillCart(first.signUp("signed-up-first"));
		String asked = "You are signed in as signed-up-first. To create another account, sign out first";
		assertThat(first.get("/signup").main().text()).contains(asked, "Sign out").doesNotContain("Password");
		assertThat(first.post("/signup", "username", "signed-up-second", "password", "secret of second").location())
			.isEqualTo("/signup");
		assertThat(first.follow().text()).contains(asked);
		assertThat(accountsNamed("signed-up-second")).isZero();
		assertThat(first.get("/cart").body()).contains("Cart (1)", "class=\"user\">signed-up-first<");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mark", "MARK", " mark ", "chuck" })
	void aTakenNameIsRefusedAndItsOwnerKeepsThePassword(String name) {
		Page refused = signUp(name, "a-new-password");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text()).contains("This name is already taken. Choose another.");
		assertThat(accountsNamed(name.strip())).isOne();
		assertThat(signIn(name.strip(), "a-new-password").status()).isEqualTo(422);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ab", "abcdefghijklmnopqrstu", "-abc", ".abc", "with space", "name@host", "név",
			"名字名字", "<script>", "a'; drop table account; --", "a/b/c", "line\nbreak" })
	void aBadNameIsRefusedWithTheRuleAtTheField(String name) {
		Page refused = signUp(name, "a-new-password");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.textOf("#username-error")).isEqualTo("Enter a valid name.");
		assertThat(refused.main().body()).doesNotContain("<script");
		assertThat(refused.body()).doesNotContain("<script>");
		assertThat(accountsNamed(name)).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "seven77" })
	void aShortPasswordIsRefusedWithTheRuleAtTheField(String password) {
		Page refused = signUp("short-of-it", password);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.textOf("#password-error")).isEqualTo("This password is too short or too long.");
		assertThat(accountsNamed("short-of-it")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "12345678", "PassWord", "qwertyuiop", "87654321", "TRUSTNO1", "88888888" })
	@Tag("A9")
	void aCommonPasswordIsRefusedAtTheField(String password) {
		Page refused = signUp("common-one", password);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.textOf("#password-error")).isEqualTo("This password is too common. Choose another.");
		assertThat(refused.find("class=\"error-summary(.*?)</div>")).containsOnlyOnce("<li>");
		assertThat(accountsNamed("common-one")).isZero();
	}

	@Test
	void aPasswordThatIsTooLongOrTheNameIsRefusedAndNeverShownAgain() {
		String tooLong = "long".repeat(33);
		Page refused = signUp("longwinded", tooLong);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).doesNotContain(tooLong);
		Page named = signUp("longwinded", "LongWinded");
		assertThat(named.status()).isEqualTo(422);
		assertThat(named.textOf("#password-error")).isEqualTo("The password must not be the same as the name.");
		assertThat(named.find("class=\"error-summary(.*?)</div>")).contains("href=\"#password\"");
		assertThat(named.body()).doesNotContain("LongWinded");
		assertThat(accountsNamed("longwinded")).isZero();
	}

	@Test
	void ofManyParallelSignUpsOfTheSameNameOneSucceedsAndTheOthersAreToldThatItIsTaken() throws Exception {
		List<Page> answers = ConcurrentTasks.run(8, (i) -> () -> signUp("contested", "password number " + i));
		assertThat(answers).extracting(Page::status).containsOnly(303, 422);
		assertThat(answers).filteredOn((page) -> page.status() == 303).hasSize(1);
		assertThat(answers).filteredOn((page) -> page.status() == 422)
			.allSatisfy((page) -> assertThat(page.text()).contains("This name is already taken."));
		assertThat(accountsNamed("contested")).isOne();
		assertThat(
				this.jdbc.sql("select count(*) from phone_number where owner = 'contested'").query(Long.class).single())
			.isOne();
	}

	@Test
	@Tag("A3")
	void theTableHoldsAdaptiveHashesAloneAndTwoForTheSamePassword() {
		signUp("same-one", "the same password");
		signUp("same-two", "the same password");
		List<String> hashes = this.jdbc.sql("select password_hash from account where password_hash is not null")
			.query(String.class)
			.list();
		assertThat(hashes).hasSizeGreaterThanOrEqualTo(6).allMatch((hash) -> hash.startsWith("{pbkdf2}"));
		assertThat(this.jdbc.sql("select distinct password_hash from account where name in ('same-one', 'same-two')")
			.query(String.class)
			.list()).hasSize(2);
		assertThat(signIn("same-two", "the same password").status()).isEqualTo(303);
	}

	@ParameterizedTest
	@ValueSource(strings = { "A", "密" })
	@Tag("A5")
	void ofSixtyFourCharactersTheLastOneCounts(String character) {
		String name = "long-" + Integer.toHexString(character.codePointAt(0)).toLowerCase(Locale.ROOT);
		String start = character.repeat(63);
		assertThat(signUp(name, start + character).status()).isEqualTo(303);
		assertThat(signIn(name, start + "B").status()).isEqualTo(422);
		assertThat(signIn(name, start).status()).isEqualTo(422);
		assertThat(signIn(name, start + character).status()).isEqualTo(303);
	}

}
