package billpay.web;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import billpay.support.ConcurrentTasks;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import billpay.support.PostgreSql;
import billpay.web.security.SecurityHeadersFilter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A PostgreSQL that is stopped or frozen, and comes back. There are no demo data here, so
 * that the sign-in page needs no database to show names from.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "billpay.demo.enabled=false", "spring.profiles.include=postgresql",
				"billpay.test.own-database=true" })
@DirtiesContext
@Tag("R4")
@Tag("session")
class DatabaseUnavailableTests extends OverHttp {

	/** Ten times as long as on a machine with nothing else to do. */
	private static final Duration AT_ONCE = Duration.ofSeconds(20);

	private static final Duration SOON = Duration.ofSeconds(30);

	private static PostgreSql server;

	private Customer customer;

	private HttpBrowser browser;

	private Trouble trouble;

	@DynamicPropertySource
	static void ledger(DynamicPropertyRegistry properties) {
		server = PostgreSql.start();
		String database = server.newDatabase();
		properties.add("spring.datasource.url", () -> database);
		properties.add("spring.datasource.username", () -> PostgreSql.USER);
	}

	@AfterAll
	static void end() {
		server.close();
	}

	@BeforeAll
	void aCustomer() {
		this.customer = newCustomer();
		this.browser = this.customer.browser();
	}

	@BeforeEach
	void aCart() {
		this.trouble = null;
		this.browser.post("/lookup", "phoneNumber", this.customer.number());
		if (this.browser.get("/cart").text().contains("Your cart is empty.")) {
			this.browser.fillCart(this.customer.number());
		}
		assertThat(this.browser.get("/checkout").text()).contains("Total $42.50");
	}

	@AfterEach
	void reset() {
		if (this.trouble != null) {
			comesBack();
		}
	}

	private void interrupt(Trouble how) {
		how.begin();
		this.trouble = how;
	}

	/**
	 * Brings the server back and waits until the shop has noticed.
	 * @return how long that took
	 */
	private Duration comesBack() {
		this.trouble.end();
		this.trouble = null;
		long start = System.nanoTime();
		await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> this.browser.get("/cart").status() == 200);
		Duration time = Duration.ofNanos(System.nanoTime() - start);
		System.out.printf("DatabaseUnavailableTests: well again after %d ms%n", time.toMillis());
		return time;
	}

	private static void assertThatItSaysSo(Page page) {
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.header("Retry-After")).isEqualTo("5");
		assertThat(page.header("Content-Security-Policy")).isEqualTo(SecurityHeadersFilter.CONTENT_SECURITY_POLICY);
		assertThat(page.text()).contains("The shop's database is not responding");
		assertThat(page.body()).doesNotContain("Exception").doesNotContain("postgresql");
	}

	private static Timed timed(HttpBrowser browser, String method, String path, String... form) {
		long start = System.nanoTime();
		Page page = (method.equals("GET")) ? browser.get(path) : browser.post(path, form);
		return new Timed(method + " " + path, page, Duration.ofNanos(System.nanoTime() - start));
	}

	@ParameterizedTest
	@EnumSource
	void pagesThatNeedItSaySoAtOnceAndAllIsWellWhenItReturns(Trouble how) throws Exception {
		String session = this.browser.sessionId();
		interrupt(how);
		List<Timed> answers = Stream.of(timed(this.browser, "GET", "/bill"), timed(this.browser, "GET", "/cart"),
				timed(this.browser, "GET", "/payments"), timed(this.browser, "GET", "/lookup"),
				timed(this.browser, "GET", "/checkout"), timed(this.browser, "POST", "/cart/items", "addOn", "hotspot"),
				timed(this.browser, "POST", "/checkout", "cardNumber", GOOD_CARD))
			.toList();
		answers = Stream.concat(answers.stream(), ConcurrentTasks.run(30, (i) -> {
			HttpBrowser same = sameSession(this.browser);
			return () -> timed(same, "GET", "/bill");
		}).stream()).toList();
		System.out.printf("DatabaseUnavailableTests: %s, the first answer took %d ms, the longest %d ms%n", how,
				answers.get(0).time().toMillis(),
				answers.stream().mapToLong((answer) -> answer.time().toMillis()).max().orElseThrow());
		assertThat(answers).allSatisfy((answer) -> {
			assertThatItSaysSo(answer.page());
			assertThat(answer.page().body()).contains(this.customer.name(), "Cart (1)");
			assertThat(answer.time()).isLessThan(AT_ONCE);
		});

		assertThat(sameSession(this.browser).with("Accept-Language", "zh-TW").get("/bill").text())
			.contains("商店的資料庫目前沒有回應");

		comesBack();
		assertThat(this.browser.get("/cart").text()).contains("Total $42.50");
		assertThat(this.browser.get("/bill").text()).contains(this.customer.number());
		assertThat(this.browser.sessionId()).isEqualTo(session);
	}

	/**
	 * The pool's own pauses between its tries to connect grow to five seconds.
	 */
	@Test
	void recoversSoonAfterALongOutageWithManyRequests() {
		interrupt(Trouble.STOPPED);
		await().during(Duration.ofMillis(5500))
			.atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(50))
			.until(() -> this.browser.get("/cart").status() == 503);
		assertThat(comesBack()).isLessThan(SOON);
	}

	@ParameterizedTest
	@EnumSource
	void theHealthCheckSaysSoInTime(Trouble how) throws Exception {
		interrupt(how);
		List<Timed> answers = ConcurrentTasks.run(20, (i) -> () -> timed(newBrowser(), "GET", "/healthcheck"));
		System.out.printf("DatabaseUnavailableTests: %s, the longest health check took %d ms%n", how,
				answers.stream().mapToLong((answer) -> answer.time().toMillis()).max().orElseThrow());
		assertThat(answers).allSatisfy((answer) -> {
			assertThat(answer.page().status()).isEqualTo(503);
			assertThat(answer.time()).isLessThan(AT_ONCE);
		});
		assertThat(newBrowser().get("/healthcheck/liveness").status()).isEqualTo(200);
		comesBack();
		assertThat(newBrowser().get("/healthcheck").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@EnumSource
	void pagesWithoutTheDatabaseAnswerDuringAnOutage(Trouble how) {
		String icon = this.browser.get("/").find("rel=\"icon\" type=\"image/svg\\+xml\" href=\"([^\"]+)\"");
		interrupt(how);
		for (String path : List.of("/", "/cookies", "/server-view", "/signup", icon)) {
			Timed answer = timed(this.browser, "GET", path);
			assertThat(answer.page().status()).as(path).isEqualTo(200);
			assertThat(answer.time()).isLessThan(AT_ONCE);
		}
		assertThat(newBrowser().get("/login").status()).as("a stranger").isEqualTo(200);
		assertThat(this.browser.get("/no-such-page").status()).isEqualTo(404);
		assertThat(this.browser.get("/cookies").body()).contains("Cart (1)");
	}

	@ParameterizedTest
	@EnumSource
	void aSignInThatCannotBeCheckedIsNoWrongPassword(Trouble how) {
		HttpBrowser other = newBrowser();
		other.get("/login");
		interrupt(how);
		Timed answer = timed(other, "POST", "/login", "username", this.customer.name(), "password",
				this.customer.password());
		assertThatItSaysSo(answer.page());
		assertThat(answer.time()).isLessThan(AT_ONCE);
		comesBack();
		assertThat(
				other.post("/login", "username", this.customer.name(), "password", this.customer.password()).status())
			.isEqualTo(303);
	}

	/**
	 * What becomes of the server.
	 */
	enum Trouble {

		/** It refuses connections. */
		STOPPED {

			@Override
			void begin() {
				server.stop();
			}

			@Override
			void end() {
				server.startAgain();
			}

		},

		/** It takes connections and says nothing. */
		FROZEN {

			@Override
			void begin() {
				server.freeze();
			}

			@Override
			void end() {
				server.thaw();
			}

		};

		abstract void begin();

		abstract void end();

	}

	private record Timed(String request, Page page, Duration time) {
	}

}
