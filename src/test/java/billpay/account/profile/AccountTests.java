package billpay.account.profile;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import billpay.account.AccountRepository;
import billpay.session.SessionFingerprint;
import billpay.support.Browser;
import billpay.support.HttpBrowser;
import billpay.support.MutableClock;
import billpay.support.Page;
import billpay.support.Workbench;
import billpay.support.WorkbenchTools.Tasks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The customer's own page: a new password, and the sessions in which they are signed in.
 */
@Workbench
@ExtendWith(OutputCaptureExtension.class)
@Tag("session")
class AccountTests {

	private static final String FLASH_MAPS = SessionFlashMapManager.class.getName() + ".FLASH_MAPS";

	private static final AtomicInteger customers = new AtomicInteger();

	@LocalServerPort
	private int port;

	@Autowired
	private MutableClock clock;

	@Autowired
	private Tasks tasks;

	@Autowired
	private AccountRepository accounts;

	@Autowired
	private UserDetailsService users;

	@Autowired
	private PasswordEncoder passwords;

	@Autowired
	private FindByIndexNameSessionRepository<? extends Session> sessions;

	private final String name = "account-" + customers.incrementAndGet();

	private final String password = "secret of " + this.name;

	private HttpBrowser newBrowser() {
		return new HttpBrowser("http://localhost:" + this.port);
	}

	private boolean hasPassword(String username, String password) {
		return this.passwords.matches(password, this.users.loadUserByUsername(username).getPassword());
	}

	private Browser signUp() {
		Browser browser = newBrowser();
		browser.signUp(this.name);
		browser.get("/account");
		return browser;
	}

	private static Page change(Browser browser, String from, String to) {
		return browser.post("/account/password", "oldPassword", from, "newPassword", to);
	}

	private static Page end(Browser browser, String fingerprint) {
		return browser.post("/account/sessions/" + fingerprint.substring(1) + "/end");
	}

	private static String fingerprint(Browser browser) {
		return SessionFingerprint.of(browser.sessionId());
	}

	private static boolean isSignedIn(Browser browser) {
		return browser.get("/cart").status() == 200;
	}

	private Browser withSession(String id) {
		Browser browser = newBrowser();
		browser.cookies().put("BILLPAY_SESSION", id);
		return browser;
	}

	private Object noticeOnTheNextPage(Browser browser) {
		List<FlashMap> flashMaps = this.sessions.findById(browser.sessionId()).getAttribute(FLASH_MAPS);
		return flashMaps.get(0).get("notice");
	}

	@Test
	void theNameInTheHeaderLeadsToTheAccount() {
		Browser browser = signUp();
		assertThat(browser.get("/lookup").find("<a href=\"([^\"]+)\"[^>]*>" + this.name + "<")).isEqualTo("/account");
		Page page = browser.get("/account");
		assertThat(page.text()).contains("Your account", "You are signed in as " + this.name);
		assertThat(page.body()).contains("autocomplete=\"current-password\"", "autocomplete=\"new-password\"")
			.doesNotContainPattern("type=\"password\"[^>]*value=\"[^\"]");
	}

	@Test
	void aStrangerIsAskedToSignIn() {
		assertThat(newBrowser().get("/account").location()).startsWith("/login").endsWith("next=%2Faccount");
	}

	@Test
	@Tag("A9")
	void aNewPasswordEndsTheOtherSessionsOfTheAccountAndGivesThisOneANewId(CapturedOutput output) {
		Browser browser = signUp();
		Browser other = newBrowser().signIn(this.name, this.password);
		Browser neighbour = newBrowser();
		neighbour.signUp("next-to-" + this.name);
		String before = browser.sessionId();

		assertThat(change(browser, this.password, "a password of my own").location()).isEqualTo("/account");

		assertThat(noticeOnTheNextPage(browser)).isEqualTo("account.password.changed");
		assertThat(browser.sessionId()).isNotEqualTo(before);
		assertThat(isSignedIn(browser)).isTrue();
		assertThat(isSignedIn(withSession(before))).isFalse();
		assertThat(isSignedIn(other)).isFalse();
		assertThat(isSignedIn(neighbour)).isTrue();
		assertThat(hasPassword(this.name, this.password)).isFalse();
		newBrowser().signIn(this.name, "a password of my own");
		assertThat(output)
			.contains("session-ended: user=" + this.name + " ended=" + fingerprint(other),
					"password-changed: user=" + this.name)
			.doesNotContain(this.password, "a password of my own");
	}

	@Test
	@Tag("A9")
	void withoutTheOldPasswordThereIsNoNewOne(CapturedOutput output) {
		Browser browser = signUp();
		Page wrong = change(browser, "not my password", "a password of my own");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.textOf("#oldPassword-error")).isEqualTo("This is not your current password.");
		assertThat(wrong.find("class=\"error-summary(.*?)</div>")).contains("href=\"#oldPassword\"");
		assertThat(wrong.body()).doesNotContain("not my password", "a password of my own");
		Page none = change(browser, "", "a password of my own");
		assertThat(none.status()).isEqualTo(422);
		assertThat(none.textOf("#oldPassword-error")).isEqualTo("Enter your current password.");
		assertThat(hasPassword(this.name, this.password)).isTrue();
		assertThat(output.getOut().lines().filter((line) -> line.contains("password-change-refused"))).singleElement()
			.asString()
			.contains("WARN", "user=" + this.name, "session=" + fingerprint(browser));
	}

	@ParameterizedTest
	@CsvSource({ "seven77,This password is too short or too long.", "12345678,This password is too common.",
			"PassWord,This password is too common.", "{name},The password must not be the same as the name." })
	@Tag("A9")
	void theNewPasswordIsHeldToTheRulesOfSigningUp(String refused, String sentence) {
		Browser browser = signUp();
		Page page = change(browser, this.password, refused.replace("{name}", this.name.toUpperCase(Locale.ROOT)));
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.textOf("#newPassword-error")).startsWith(sentence);
		assertThat(page.body()).doesNotContain("value=\"" + refused);
		assertThat(hasPassword(this.name, this.password)).isTrue();
	}

	@Test
	@Tag("A9")
	void theNewPasswordIsAnother() {
		Page page = change(signUp(), this.password, this.password);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.textOf("#newPassword-error")).startsWith("The new password is the same");
	}

	@Test
	@Tag("A2")
	void guessingTheOldPasswordIsSlowed() {
		Browser browser = signUp();
		for (int i = 0; i < 5; i++) {
			assertThat(change(browser, "guess " + i, "a password of my own").status()).isEqualTo(422);
		}
		Page slowed = change(browser, this.password, "a password of my own");
		assertThat(slowed.status()).isEqualTo(429);
		assertThat(slowed.header("Retry-After")).isEqualTo("1");
		assertThat(slowed.text()).contains("Too many failed attempts. Please wait 1 second and try again.");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(change(browser, this.password, "a password of my own").status()).isEqualTo(303);
	}

	@Test
	@Tag("A11")
	void aNewPasswordThatIsRefusedIsNoGuessAtTheOldOne() {
		Browser browser = signUp();
		for (int i = 0; i < 10; i++) {
			assertThat(change(browser, "guess " + i, "short").status()).isEqualTo(422);
		}
		assertThat(change(browser, this.password, "a password of my own").status()).isEqualTo(303);
	}

	@ParameterizedTest
	@CsvSource({ "mark,pay-my-bill,This demo account is shared", "chuck,of-the-instructor,The instructor’s password" })
	void aPasswordThatIsSetElsewhereIsNotChangedHereAndThePageSaysWhy(String user, String password, String reason) {
		Browser browser = newBrowser().signIn(user, password);
		Page page = browser.get("/account");
		assertThat(page.text()).contains(reason);
		assertThat(page.main().body()).doesNotContain("newPassword");
		Page refused = change(browser, password, "a password of my own");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.text()).contains(reason);
		assertThat(hasPassword(user, password)).isTrue();
	}

	@Test
	@Tag("S10")
	@Tag("S15")
	void aCustomerSeesTheirSessionsByFingerprintAndEndsOneInAnotherBrowser(CapturedOutput output) {
		Browser browser = signUp();
		this.clock.advance(Duration.ofMinutes(3));
		Browser other = newBrowser().signIn(this.name, this.password);
		Page page = browser.get("/account");
		assertThat(page.text()).contains(fingerprint(browser) + " this browser", "End session " + fingerprint(other))
			.doesNotContain("End session " + fingerprint(browser));
		assertThat(page.body()).doesNotContain(browser.sessionId(), other.sessionId());

		assertThat(end(browser, fingerprint(other)).location()).isEqualTo("/account");

		assertThat(noticeOnTheNextPage(browser)).isEqualTo("account.sessions.ended");
		assertThat(browser.get("/account").main().text()).doesNotContain(fingerprint(other));
		assertThat(other.get("/cart").location()).startsWith("/login");
		assertThat(output.getOut().lines().filter((line) -> line.contains("session-ended"))).singleElement()
			.asString()
			.contains("session=" + fingerprint(browser), "user=" + this.name + " ended=" + fingerprint(other));
	}

	@Test
	@Tag("S10")
	void theServerViewDoesNotTakeAnotherSessionThatEndsForThatOfTheRequest() {
		Browser browser = signUp();
		Browser other = newBrowser().signIn(this.name, this.password);
		end(browser, fingerprint(other));
		String pane = browser.get("/account").find("<aside class=\"server-view\"(.*?)</aside>");
		assertThat(pane).contains("Who is this user?\n" + this.name + " ", fingerprint(browser));
		assertThat(browser.get("/server-view").text()).contains("The server ended session " + fingerprint(other)
				+ ". The server saved session " + fingerprint(browser) + ".");
	}

	@Test
	@Tag("S7")
	@Tag("S10")
	void aSessionThatIsEndedWhileARequestOfItIsUnderWayStaysEnded() throws Exception {
		Browser browser = signUp();
		Browser other = newBrowser().signIn(this.name, this.password);
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch ended = new CountDownLatch(1);
		this.tasks.put("ended-meanwhile", (session) -> {
			begun.countDown();
			await(ended);
			session.setAttribute("phoneNumber", "+12125550142");
		});
		ExecutorService thread = Executors.newSingleThreadExecutor();
		try {
			Future<Page> inFlight = thread
				.submit(() -> withSession(other.sessionId()).get("/workbench/ended-meanwhile"));
			await(begun);
			end(browser, fingerprint(other));
			ended.countDown();
			assertThat(inFlight.get(30, TimeUnit.SECONDS).status()).isLessThan(500);
		}
		finally {
			thread.shutdownNow();
		}
		assertThat(isSignedIn(other)).isFalse();
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	@Tag("S10")
	void theButtonThatEndsASessionMayBePressedTwice() {
		Browser browser = signUp();
		String fingerprint = fingerprint(newBrowser().signIn(this.name, this.password));
		end(browser, fingerprint);
		assertThat(browser.arrival()).isEqualTo("/account: The session has been ended. That browser is signed out.");
		end(browser, fingerprint);
		assertThat(browser.arrival()).isEqualTo("/account: This session has already ended.");
	}

	@Test
	@Tag("S10")
	void somebodyElsesSessionLooksLikeOneThatHasEnded() {
		Browser browser = signUp();
		Browser neighbour = newBrowser();
		neighbour.signUp("neighbour-of-" + customers.get());
		for (String fingerprint : List.of(fingerprint(neighbour), fingerprint(browser), "#0000",
				"#" + "x".repeat(40))) {
			end(browser, fingerprint);
			assertThat(browser.arrival()).isEqualTo("/account: This session has already ended.");
		}
		assertThat(isSignedIn(neighbour)).isTrue();
		assertThat(isSignedIn(browser)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "phil", "jan" })
	@Tag("S10")
	void usersOfADemoCustomerNeitherSeeNorEndEachOthersSessions(String demo) {
		Browser browser = newBrowser().signIn(demo, "pay-my-bill");
		Browser other = newBrowser().signIn(demo, "pay-my-bill");
		Page page = browser.get("/account");
		assertThat(page.text()).contains(fingerprint(browser), "only your own session is listed")
			.doesNotContain(fingerprint(other));
		assertThat(end(browser, fingerprint(other)).status()).isEqualTo(404);
		assertThat(isSignedIn(other)).isTrue();
	}

	@Test
	@Tag("C1")
	@Tag("C2")
	void nothingIsChangedByAGetOrWithoutTheToken() {
		Browser browser = signUp();
		Browser other = newBrowser().signIn(this.name, this.password);
		String end = "/account/sessions/" + fingerprint(other).substring(1) + "/end";
		assertThat(browser.get("/account/password?oldPassword=x&newPassword=y").status()).isEqualTo(405);
		assertThat(browser.get(end).status()).isEqualTo(405);
		browser.useToken("");
		assertThat(change(browser, this.password, "a password of my own").status()).isEqualTo(403);
		browser.useToken("");
		assertThat(browser.post(end).status()).isEqualTo(403);
		assertThat(hasPassword(this.name, this.password)).isTrue();
		assertThat(isSignedIn(other)).isTrue();
	}

	@Test
	void acceptsACommonPasswordFromBeforeAtLogin() {
		signUp();
		this.accounts.changePassword(this.name, "password1");
		newBrowser().signIn(this.name, "password1");
	}

}
