package billpay.session;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import billpay.support.CardFixture;
import billpay.support.ConcurrentTasks;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import billpay.support.Redis;
import billpay.support.WorkbenchTools.Tasks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A Redis that is stopped or frozen and comes back, and one that has forgotten
 * everything.
 */
@ActiveProfiles("redis")
@DirtiesContext
@Import(Tasks.class)
@Tag("R3")
class RedisUnavailableTests extends OverHttp {

	/** Ten times as long as on a machine with nothing else to do. */
	private static final Duration AT_ONCE = Duration.ofSeconds(20);

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final Redis server = Redis.start();

	@Autowired
	private StringRedisTemplate redis;

	@Autowired
	private Tasks tasks;

	private Customer customer;

	private HttpBrowser browser;

	private Trouble trouble;

	@DynamicPropertySource
	static void sessions(DynamicPropertyRegistry properties) {
		properties.add("spring.data.redis.url", server::url);
		properties.add("billpay.session.lock-timeout", () -> "500ms");
	}

	@AfterAll
	static void end() {
		server.close();
	}

	@BeforeAll
	void aCustomer() {
		this.customer = newCustomer();
	}

	@BeforeEach
	void aCart() {
		this.browser = newBrowser();
		this.browser.signIn(this.customer.name(), this.customer.password());
		this.browser.post("/lookup", "phoneNumber", this.customer.number());
		this.browser.post("/cart/items", "addOn", "hotspot", "quantity", "2");
		assertThat(this.browser.get("/checkout").text()).contains("Total $10.00");
	}

	@AfterEach
	void reset() {
		if (this.trouble != null) {
			comesBack();
		}
	}

	private void interrupt(Trouble how) {
		how.begin.accept(server);
		this.trouble = how;
	}

	private Duration comesBack() {
		this.trouble.end.accept(server);
		this.trouble = null;
		long start = System.nanoTime();
		await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> this.browser.get("/cart").status() == 200);
		Duration time = Duration.ofNanos(System.nanoTime() - start);
		System.out.printf("RedisUnavailableTests: well again after %d ms%n", time.toMillis());
		return time;
	}

	private static Timed timed(HttpBrowser browser, String method, String path, String... form) {
		long start = System.nanoTime();
		Page page = (method.equals("GET")) ? browser.get(path) : browser.post(path, form);
		return new Timed(page, Duration.ofNanos(System.nanoTime() - start));
	}

	private static void assertThatItSaysSo(Page page) {
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.header("Retry-After")).isEqualTo("5");
		assertThat(page.header("Set-Cookie")).isEmpty();
		assertThat(page.text()).contains("The session store is not responding");
		assertThat(page.body()).doesNotContain("Exception").doesNotContain("redis://");
		assertThat(page.body()).contains("the session store did not respond")
			.doesNotContain("the session store was not asked", "so nothing is remembered", "tried");
	}

	@ParameterizedTest
	@EnumSource
	void pagesThatNeedASessionSaySoAtOnceAndNothingIsLostWhenItReturns(Trouble how) throws Exception {
		String session = this.browser.sessionId();
		interrupt(how);
		List<Timed> answers = Stream.concat(
				Stream.of(timed(this.browser, "GET", "/bill"), timed(this.browser, "GET", "/cart"),
						timed(this.browser, "GET", "/payments"),
						timed(this.browser, "POST", "/cart/items", "addOn", "hotspot", "quantity", "1"),
						timed(this.browser, "POST", "/checkout", "cardNumber", GOOD_CARD)),
				ConcurrentTasks.run(30, (i) -> {
					HttpBrowser same = sameSession(this.browser);
					return () -> timed(same, "GET", "/bill");
				}).stream())
			.toList();
		System.out.printf("RedisUnavailableTests: %s, the longest answer took %d ms%n", how,
				answers.stream().mapToLong((answer) -> answer.time().toMillis()).max().orElseThrow());
		assertThat(answers).allSatisfy((answer) -> {
			assertThatItSaysSo(answer.page());
			assertThat(answer.time()).isLessThan(AT_ONCE);
			assertThat(answer.page().body()).contains("Who is this user?\nunknown ·",
					"Are they logged in yet?\nunknown ·");
		});
		assertThat(sameSession(this.browser).with("Accept-Language", "zh-TW").get("/bill").text())
			.contains("工作階段儲存區目前沒有回應");
		comesBack();
		assertThat(this.browser.get("/cart").text()).contains("Total $10.00");
		Timed next = timed(this.browser, "POST", "/lookup", "phoneNumber", this.customer.number());
		assertThat(next.page().status()).isEqualTo(303);
		assertThat(next.time()).isLessThan(AT_ONCE);
		assertThat(this.browser.sessionId()).isEqualTo(session);
	}

	@ParameterizedTest
	@EnumSource
	void pagesWithoutASessionAnswerDuringAnOutage(Trouble how) {
		String icon = this.browser.get("/").find("rel=\"icon\" type=\"image/svg\\+xml\" href=\"([^\"]+)\"");
		interrupt(how);
		for (Timed answer : List.of(timed(newBrowser(), "GET", "/"), timed(newBrowser(), "GET", "/lessons"),
				timed(this.browser, "GET", icon), timed(this.browser, "GET", "/healthcheck/liveness"))) {
			assertThat(answer.page().status()).isEqualTo(200);
			assertThat(answer.time()).isLessThan(AT_ONCE);
		}
		assertThat(newBrowser().get("/no-such-page").status()).isEqualTo(404);
		for (String path : List.of("/", "/lessons", "/lessons/two-nodes")) {
			Timed answer = timed(this.browser, "GET", path);
			assertThat(answer.page().status()).as(path).isEqualTo(200);
			assertThat(answer.page().text()).contains("so this page is shown as if you were not signed in");
			assertThat(answer.page().body()).contains("the session store did not respond");
			assertThat(answer.page().header("Set-Cookie")).isEmpty();
			assertThat(answer.time()).isLessThan(AT_ONCE);
		}
		assertThat(this.browser.get("/lessons/two-nodes").text()).contains(
				"Session in your cookie " + SessionFingerprint.of(this.browser.sessionId()),
				"Does this node have it? The session store does not respond");
	}

	@ParameterizedTest
	@EnumSource
	void theNodeIsReadyOnlyWhileItIsThere(Trouble how) {
		interrupt(how);
		await().atMost(SOON).until(() -> newBrowser().get("/healthcheck/readiness").status() == 503);
		assertThat(timed(newBrowser(), "GET", "/healthcheck").page().status()).isEqualTo(503);
		comesBack();
		await().atMost(SOON).until(() -> newBrowser().get("/healthcheck/readiness").status() == 200);
		assertThat(newBrowser().get("/healthcheck").status()).isEqualTo(200);
	}

	@Test
	void aPageWhoseSessionCannotBeSavedSaysSoAsWell() {
		this.tasks.put("freeze", (session) -> {
			session.setAttribute("tried", "in vain");
			interrupt(Trouble.FROZEN);
		});
		Timed answer = timed(this.browser, "GET", "/workbench/freeze");
		assertThatItSaysSo(answer.page());
		assertThat(answer.time()).isLessThan(AT_ONCE);
	}

	@Test
	@Tag("S14")
	void aFormWhoseSessionIsLockedByAnotherNodeIsToldSoOnAPage() {
		this.redis.opsForValue()
			.set("billpay:locks:" + SessionFingerprint.of(this.browser.sessionId()), "of another node", SOON);
		Timed answer = timed(this.browser, "POST", "/cart/items", "addOn", "hotspot", "quantity", "1");
		assertThat(answer.page().status()).isEqualTo(503);
		assertThat(answer.page().header("Retry-After")).isEqualTo("5");
		assertThat(answer.page().text()).contains("Your previous request is still being processed");
		assertThat(answer.page().body()).endsWith("</html>\n");
		assertThat(answer.time()).isLessThan(AT_ONCE);
	}

	@Test
	void requestsAre503WhileRedisHasReachedMaxmemoryAndNoSessionIsEvicted() {
		limitMemory("1");
		try {
			assertThatItSaysSo(timed(this.browser, "GET", "/cart").page());
			assertThat(newBrowser().get("/login").status()).isEqualTo(503);
		}
		finally {
			limitMemory("0");
		}
		assertThat(this.browser.get("/cart").text()).contains("Total $10.00");
	}

	private void limitMemory(String bytes) {
		this.redis.execute((connection) -> {
			connection.serverCommands().setConfig("maxmemory", bytes);
			return null;
		}, true);
	}

	@Test
	void whenItHasForgottenEverythingOneSignsInAgainAndNothingIsCharged() {
		long payments = this.database().sql("select count(*) from payment").query(Long.class).single();
		this.redis.execute((connection) -> {
			connection.serverCommands().flushDb();
			return null;
		}, true);
		Page answer = this.browser.post("/checkout", "cardholder", "A. Customer", "cardNumber", GOOD_CARD, "expiry",
				CardFixture.EXPIRY, "cvc", "123");
		assertThat(answer.location()).startsWith("/login");
		assertThat(this.browser.get("/cart").location()).startsWith("/login");
		assertThat(this.database().sql("select count(*) from payment").query(Long.class).single()).isEqualTo(payments);
		this.browser.signIn(this.customer.name(), this.customer.password());
		assertThat(this.browser.get("/cart").text()).contains("Your cart is empty.");
	}

	/**
	 * What becomes of the server.
	 */
	enum Trouble {

		STOPPED(Redis::stop, Redis::begin), FROZEN(Redis::freeze, Redis::thaw);

		private final Consumer<Redis> begin;

		private final Consumer<Redis> end;

		Trouble(Consumer<Redis> begin, Consumer<Redis> end) {
			this.begin = begin;
			this.end = end;
		}

	}

	private record Timed(Page page, Duration time) {
	}

}
