package billpay.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import billpay.session.memory.InMemorySession;
import billpay.session.memory.InMemorySessionRepository;
import billpay.support.Browser;
import billpay.support.CardFixture;
import billpay.support.ConcurrentTasks;
import billpay.support.HttpBrowser;
import billpay.support.MutableClock;
import billpay.support.Page;
import billpay.support.Workbench;
import billpay.support.WorkbenchTools.CountedSessions;
import billpay.support.WorkbenchTools.Tasks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.context.SecurityContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions as a browser, and whoever pretends to be one, meets them.
 */
@Workbench
class SessionOverHttpTests {

	private static final String EXPIRED = "Your session has ended. It was not used for a while,";

	@LocalServerPort
	private int port;

	@Autowired
	private MutableClock clock;

	@Autowired
	private InMemorySessionRepository sessions;

	@Autowired
	private CountedSessions counted;

	@Autowired
	private Tasks tasks;

	private HttpBrowser newBrowser() {
		return new HttpBrowser("http://localhost:" + this.port);
	}

	private HttpBrowser withSession(String id) {
		HttpBrowser browser = newBrowser();
		browser.cookies().put("BILLPAY_SESSION", id);
		return browser;
	}

	private static boolean isSignedIn(Browser browser) {
		Page cart = browser.get("/cart");
		assertThat(cart.status()).isIn(200, 303);
		return cart.status() == 200;
	}

	@Test
	@Tag("S3")
	void theIdFromBeforeSignInIsNotSignedInAfterIt() {
		Browser mark = newBrowser();
		mark.get("/login");
		String before = mark.sessionId();
		mark.signIn("mark", "pay-my-bill");
		assertThat(mark.sessionId()).isNotEqualTo(before);
		assertThat(isSignedIn(mark)).isTrue();
		assertThat(isSignedIn(withSession(before))).isFalse();
	}

	@Test
	@Tag("S3")
	void theIdChangesWhenSomebodySignsUpToo() {
		Browser browser = newBrowser();
		browser.get("/signup");
		String before = browser.sessionId();
		browser.signUp("fresh-id");
		assertThat(browser.sessionId()).isNotEqualTo(before);
		assertThat(isSignedIn(withSession(before))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "my-own-session-id", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "1", "../../etc/passwd" })
	@Tag("S4")
	void anInventedCookieIsNeverAdoptedAsAnId(String invented) {
		Browser browser = withSession(invented);
		assertThat(browser.get("/login").setCookie("BILLPAY_SESSION")).isNotEmpty();
		assertThat(browser.sessionId()).isNotEqualTo(invented);
		browser.signIn("mark", "pay-my-bill");
		assertThat(this.sessions.findById(invented)).isNull();
		assertThat(isSignedIn(withSession(invented))).isFalse();
	}

	@Test
	@Tag("S5")
	void anIdInTheAddressIsRefused() {
		Browser mark = newBrowser().signIn("mark", "pay-my-bill");
		assertThat(newBrowser().get("/;jsessionid=" + mark.sessionId()).status()).isEqualTo(400);
		assertThat(newBrowser().get("/cart;jsessionid=" + mark.sessionId()).status()).isEqualTo(400);
		assertThat(newBrowser().get("/assets/app.css;jsessionid=x").status()).isEqualTo(400);
		assertThat(newBrowser().get("/cart?jsessionid=" + mark.sessionId()).location()).startsWith("/login");
	}

	@Test
	@Tag("S6")
	void signOutIsAPostWithATokenAndTheOldCookieIsWorthNothingAfterIt() {
		Browser mark = newBrowser().signIn("mark", "pay-my-bill");
		String id = mark.sessionId();
		Page signedOut = mark.post("/logout");
		assertThat(signedOut.status()).isEqualTo(303);
		assertThat(signedOut.location()).isEqualTo("/logout");
		assertThat(signedOut.setCookie("BILLPAY_SESSION")).contains("Max-Age=0");
		assertThat(mark.follow().text()).contains("You are signed out",
				"The number and the cart in it have been deleted.");
		assertThat(isSignedIn(mark)).isFalse();
		assertThat(isSignedIn(withSession(id))).isFalse();
		assertThat(this.sessions.findById(id)).isNull();
	}

	@Test
	@Tag("S6")
	void gettingTheSignOutAddressSignsNobodyOut() {
		Browser mark = newBrowser().signIn("mark", "pay-my-bill");
		assertThat(mark.get("/logout").text()).contains("Sign out?");
		assertThat(isSignedIn(mark)).isTrue();
	}

	@Test
	@Tag("S6")
	void aSignOutWithoutTheTokenOrWithAnotherSessionsSignsNobodyOut() {
		Browser mark = newBrowser().signIn("mark", "pay-my-bill");
		Browser other = newBrowser().signIn("phil", "pay-my-bill");
		for (String token : List.of("", "made-up", other.token())) {
			mark.useToken(token);
			assertThat(mark.post("/logout").status()).isEqualTo(403);
			assertThat(isSignedIn(mark)).isTrue();
		}
	}

	@Test
	@Tag("S7")
	void aSessionEndedWhileARequestOfItRunsStaysDead() throws Exception {
		HttpBrowser mark = newBrowser();
		mark.signIn("mark", "pay-my-bill");
		String id = mark.sessionId();
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch release = new CountDownLatch(1);
		this.tasks.put("slow", (session) -> {
			session.setAttribute("before", "the sign-out");
			entered.countDown();
			await(release);
			session.setAttribute("after", "the sign-out");
		});
		ExecutorService thread = Executors.newSingleThreadExecutor();
		try {
			Future<Page> inFlight = thread.submit(() -> withSession(id).get("/workbench/slow"));
			await(entered);
			assertThat(mark.post("/logout").status()).isEqualTo(303);
			release.countDown();
			assertThat(inFlight.get(30, TimeUnit.SECONDS).status()).isLessThan(500);
		}
		finally {
			release.countDown();
			thread.shutdownNow();
		}
		assertThat(isSignedIn(withSession(id))).isFalse();
		assertThat(this.sessions.findById(id)).isNull();
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
	@Tag("S8")
	void saysThatTheSessionWasIdleTooLongAndReturnsToThePageAfterLogin() {
		Browser mark = newBrowser().signIn("mark", "pay-my-bill");
		this.clock.advance(Duration.ofMinutes(29));
		assertThat(isSignedIn(mark)).isTrue();
		this.clock.advance(Duration.ofMinutes(30));
		Page expired = mark.get("/payments");
		assertThat(expired.status()).isEqualTo(303);
		assertThat(expired.location()).isEqualTo("/login?next=%2Fpayments");
		Page form = mark.follow();
		assertThat(form.text()).contains(EXPIRED);
		assertThat(signInOn(form, mark).location()).isEqualTo("/payments");
		assertThat(mark.follow().text()).contains("Your payments");
	}

	private static Page signInOn(Page form, Browser browser) {
		return browser.post("/login", "username", "mark", "password", "pay-my-bill", "next", form.main().value("next"));
	}

	@Test
	@Tag("S8")
	void aStrangersSessionLivesShorterThanACustomers() {
		Browser mark = newBrowser().signIn("mark", "pay-my-bill");
		Browser stranger = newBrowser();
		stranger.get("/login");
		this.clock.advance(Duration.ofMinutes(6));
		assertThat(this.sessions.findById(mark.sessionId())).isNotNull();
		assertThat(this.sessions.findById(stranger.sessionId())).isNull();
	}

	@Test
	@Tag("S8")
	void aFormSentAfterTheSessionEndedLeadsToTheSignInPageAndFromThereBackToItsPage() {
		HttpBrowser mark = newBrowser();
		mark.signIn("mark", "pay-my-bill");
		mark.post("/lookup", "phoneNumber", "+1 212-555-0142");
		mark.follow();
		this.clock.advance(Duration.ofMinutes(31));
		mark.with("Referer", "http://localhost:" + this.port + "/bill");
		Page refused = mark.post("/cart/items", "addOn", "hotspot", "quantity", "1");
		assertThat(refused.status()).isEqualTo(303);
		assertThat(refused.location()).isEqualTo("/login?next=%2Fbill");
		Page form = mark.follow();
		assertThat(form.text()).contains(EXPIRED);
		assertThat(signInOn(form, mark).location()).isEqualTo("/bill");
		mark.follow();
		assertThat(mark.arrival()).isEqualTo("/lookup: Please enter a mobile number first.");
		assertThat(mark.get("/cart").text()).contains("Your cart is empty");
	}

	@Test
	@Tag("S9")
	void endsABusySessionAtTheAbsoluteLimit() {
		Browser mark = newBrowser().signIn("mark", "pay-my-bill");
		for (int i = 0; i < 23; i++) {
			this.clock.advance(Duration.ofMinutes(20));
			assertThat(isSignedIn(mark)).isTrue();
		}
		this.clock.advance(Duration.ofMinutes(20));
		assertThat(mark.get("/cart").location()).isEqualTo("/login?next=%2Fcart");
	}

	@Test
	@Tag("S11")
	void afterManyParallelSignInsOfOneAccountTheNextOneLeavesNoMoreThanTheCap() throws Exception {
		newBrowser().signUp("in-a-hurry");
		List<String> ids = new ArrayList<>(ConcurrentTasks.run(20,
				(i) -> () -> newBrowser().signIn("in-a-hurry", "secret of in-a-hurry").sessionId()));
		ids.removeIf(Objects::isNull); // signed out by the others already
		assertThat(ids).doesNotHaveDuplicates();
		assertThat(ids.stream().filter((id) -> isSignedIn(withSession(id)))).isNotEmpty();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(isSignedIn(newBrowser().signIn("in-a-hurry", "secret of in-a-hurry"))).isTrue();
		assertThat(ids.stream().filter((id) -> isSignedIn(withSession(id)))).hasSizeBetween(1, 4);
	}

	@Test
	@Tag("S13")
	void twoThousandOddRequestsOfStrangersLeaveNotOneSession() {
		List<String> odd = List.of("/", "/?lang=zh-TW", "/?notice=login.stale-form", "/?notice=%3Cscript%3E",
				"/?a=b&c=%00", "/logout", "/error", "/lookup", "/lessons", "/lessons/two-nodes", "/cookies",
				"/cookies?buttons", "/cookies/forget", "/bill?x=1", "/cart", "/checkout?total=0", "/payments?page=-1",
				"/payments/BP-00000-00000", "/workbench/none", "/nowhere", "/nowhere/at/all?q=1", "/favicon.ico",
				"/apple-touch-icon.png", "/robots.txt", "/.well-known/security.txt", "/assets/app.css",
				"/assets/none.css", "/webjars/none.js", "/healthcheck", "/healthcheck/liveness", "/h2-console",
				"/actuator/env", "/cart/items", "/%2e%2e/etc/passwd", "/index.php?id=1%27");
		int before = this.counted.created();
		for (int i = 0; i < 2010; i++) {
			Page page = newBrowser().get(odd.get(i % odd.size()));
			assertThat(page.setCookie("BILLPAY_SESSION")).isEmpty();
		}
		assertThat(this.counted.created()).isEqualTo(before);
		newBrowser().get("/login");
		assertThat(this.counted.created()).isEqualTo(before + 1);
	}

	@Test
	@Tag("S14")
	void twoParallelRequestsThatWriteDifferentAttributesKeepBoth() throws Exception {
		String id = newBrowser().signIn("mark", "pay-my-bill").sessionId();
		CyclicBarrier bothHaveRead = new CyclicBarrier(2);
		for (String name : List.of("one", "other")) {
			this.tasks.put(name, (session) -> {
				session.getAttribute(name);
				session.setAttribute(name, "kept");
				meet(bothHaveRead);
			});
		}
		List<Page> answers = ConcurrentTasks.run(2,
				(i) -> () -> withSession(id).get("/workbench/" + List.of("one", "other").get(i)));
		assertThat(answers).extracting(Page::status).containsOnly(200);
		assertThat(this.sessions.findById(id).getAttributeNames()).contains("one", "other");
	}

	private static void meet(CyclicBarrier barrier) {
		try {
			barrier.await(30, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	@Tag("S14")
	void fiftyParallelAdditionsToOneCartLeaveFiftyLines() throws Exception {
		HttpBrowser mark = newBrowser();
		mark.signIn("mark", "pay-my-bill");
		mark.post("/lookup", "phoneNumber", "+1 212-555-0142");
		String token = mark.get("/bill").token().orElseThrow();
		List<Page> answers = ConcurrentTasks.run(50,
				(i) -> () -> mark.send("POST", "/cart/items", "addOn=hotspot&quantity=1&_csrf=" + token));
		assertThat(answers).extracting(Page::status).containsOnly(303);
		String cart = mark.get("/cart").body();
		assertThat(cart.split("/remove\"", -1)).hasSize(51);
		assertThat(cart).contains("Cart (50)", "$250.00");
	}

	@Test
	@Tag("S15")
	void noPageShowsTheRawSessionId() {
		for (String language : List.of("en", "zh-TW")) {
			HttpBrowser browser = newBrowser();
			browser.get("/?lang=" + language);
			for (String path : List.of("/login", "/signup", "/", "/nowhere", "/cookies", "/login?next=/cart")) {
				assertThatNoIdShows(browser, browser.get(path));
			}
			assertThatNoIdShows(browser, browser.post("/login", "username", "nobody", "password", "wrong"));
			String number = browser.signUp("shown-" + language.toLowerCase());
			browser.fillCart(number);
			for (String path : List.of("/", "/lookup", "/bill", "/cart", "/checkout", "/payments", "/logout", "/signup",
					"/nowhere", "/payments/none", "/error", "/cart/items", "/cookies")) {
				assertThatNoIdShows(browser, browser.get(path));
			}
			assertThatNoIdShows(browser, browser.post("/lookup", "phoneNumber", "none"));
			assertThatNoIdShows(browser, browser.post("/cart/items"));
			assertThatNoIdShows(browser, browser.post("/cart/items/none/remove"));
			assertThatNoIdShows(browser, browser.post("/checkout"));
			browser.pay("4242424242424242");
			Page receipt = browser.follow();
			assertThat(receipt.status()).isEqualTo(200);
			assertThatNoIdShows(browser, receipt);
			assertThatNoIdShows(browser, browser.get("/payments"));
			browser.useToken("stale");
			Page refused = browser.post("/logout");
			assertThat(refused.status()).isEqualTo(403);
			assertThatNoIdShows(browser, refused);
		}
	}

	private static void assertThatNoIdShows(Browser browser, Page page) {
		assertThat(browser.sessionId()).hasSize(32);
		assertThat(page.body()).contains("<html").doesNotContain(browser.sessionId());
		assertThat(page.location()).doesNotContain(browser.sessionId());
	}

	@Test
	@Tag("S13")
	void staticFilesAndTheHealthCheckNeverAskTheStore() {
		HttpBrowser mark = newBrowser();
		mark.signIn("mark", "pay-my-bill");
		Page cart = mark.get("/cart");
		int before = this.counted.calls();
		for (String path : sessionless(cart)) {
			Page answer = mark.get(path);
			assertThat(answer.setCookies()).isEmpty();
		}
		assertThat(this.counted.calls()).isEqualTo(before);
		mark.get("/cart");
		assertThat(this.counted.calls()).isGreaterThan(before);
	}

	@Test
	@Tag("S8")
	void staticFilesAndTheHealthCheckDoNotProlongASession() {
		HttpBrowser mark = newBrowser();
		mark.signIn("mark", "pay-my-bill");
		Page cart = mark.get("/cart");
		for (int i = 0; i < 4; i++) {
			this.clock.advance(Duration.ofMinutes(10));
			sessionless(cart).forEach(mark::get);
		}
		assertThat(mark.get("/cart").location()).isEqualTo("/login?next=%2Fcart");
	}

	private static List<String> sessionless(Page page) {
		String styles = page.find("href=\"(/assets/[^\"]+\\.css)\"");
		String pico = page.find("href=\"(/webjars/[^\"]+\\.css)\"");
		String icon = page.find("href=\"(/assets/[^\"]+\\.svg)\"");
		return List.of(styles, pico, icon, "/assets/none.css", "/webjars/none.js", "/healthcheck", "/healthcheck/none");
	}

	@Test
	void aLoginLeavesNothingOfTheBrowserInTheSession() {
		HttpBrowser mark = newBrowser();
		mark.signIn("mark", "pay-my-bill");
		SecurityContext context = this.sessions.findById(mark.sessionId()).getAttribute("SPRING_SECURITY_CONTEXT");
		assertThat(context.getAuthentication().getName()).isEqualTo("mark");
		assertThat(context.getAuthentication().getDetails()).isNull();
	}

	@Test
	void aSessionHoldsTheNumberTheCartTheUserAndTheFormTokenAndNoSecret() throws IOException {
		HttpBrowser browser = newBrowser();
		browser.get("/login");
		browser.post("/login", "username", "mark", "password", "wrong-password-typed");
		String number = browser.signUp("frugal");
		browser.get("/?lang=zh-TW");
		browser.get("/nowhere");
		browser.fillCart(number);
		browser.get("/checkout");
		assertThat(browser.pay("4000 0000 0000 0002").status()).isEqualTo(422);
		assertThat(browser
			.post("/checkout", "cardholder", "A. Customer", "cardNumber", "4242424242424241", "expiry",
					CardFixture.EXPIRY, "cvc", "987")
			.status()).isEqualTo(422);
		InMemorySession session = this.sessions.findById(browser.sessionId());
		Set<String> names = session.getAttributeNames();
		assertThat(names).containsExactlyInAnyOrder("phoneNumber", "cart", "SPRING_SECURITY_CONTEXT",
				"org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository.CSRF_TOKEN");
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			for (String name : names) {
				out.writeObject(session.<Object>getAttribute(name));
			}
		}
		String everything = bytes.toString(StandardCharsets.ISO_8859_1);
		assertThat(everything).contains("frugal", number.replaceAll("[^+0-9]", ""));
		assertThat(Stream.of("secret of frugal", "wrong-password-typed", "pbkdf2", "4000000000000002",
				"4000 0000 0000 0002", "4242424242424241", "987"))
			.noneMatch(everything::contains);
		assertThat(Arrays.asList(browser.sessionId(), "A. Customer")).noneMatch(everything::contains);
	}

}
