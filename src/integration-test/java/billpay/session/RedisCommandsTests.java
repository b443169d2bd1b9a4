package billpay.session;

import java.util.List;
import java.util.function.Consumer;

import billpay.support.HttpBrowser;
import billpay.support.OnRedis;
import billpay.support.OverHttp;
import billpay.support.Page;
import billpay.support.RedisMonitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How often Redis is asked: each time is a round trip that a customer waits for.
 */
@OnRedis
class RedisCommandsTests extends OverHttp {

	private Customer customer;

	private RedisMonitor redis;

	@BeforeAll
	void signUp() {
		this.customer = newCustomer();
		HttpBrowser browser = this.customer.browser();
		browser.get("/lookup");
		browser.post("/lookup", "phoneNumber", this.customer.number());
		browser.follow();
		browser.post("/cart/items", "addOn", "hotspot", "quantity", "1");
		browser.follow();
		// A context that other tests have left to rest finds Redis again within a second.
		await().until(() -> newBrowser().get("/healthcheck").status() == 200);
		this.redis = RedisMonitor.listen();
	}

	@AfterAll
	void stopListening() {
		this.redis.close();
	}

	/** The same browser with the server view switched off. */
	private HttpBrowser unwatched() {
		HttpBrowser browser = sameSession(this.customer.browser());
		browser.cookies().put("BILLPAY_SERVER_VIEW", "off");
		return browser;
	}

	private List<String> commandsFor(Consumer<HttpBrowser> request) {
		this.redis.commands();
		request.accept(this.customer.browser());
		return this.redis.commands();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/lookup", "/bill", "/cart", "/checkout", "/payments", "/cookies", "/server-view",
			"/login" })
	void aPageThatUsesTheSessionTakesAsManyAsSpringsOwnPartsNeed(String path) {
		HttpBrowser unwatched = unwatched();
		List<String> commands = commandsFor((browser) -> unwatched.get(path));
		System.out.println("RedisCommandsTests: " + path + " " + commands);
		assertThat(commands).hasSizeBetween(1, 8);
	}

	/**
	 * An error page is a dispatch of its own, and asks as a page does.
	 * @param path an address that leads to one
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/payments/BP-00000-00000", "/nowhere" })
	void anErrorPageTakesThreeMore(String path) {
		HttpBrowser unwatched = unwatched();
		assertThat(commandsFor((browser) -> unwatched.get(path))).hasSizeBetween(8, 11);
	}

	/**
	 * The redirects that have led to the page are read, the request gets its number, and
	 * is added in one round trip, with the bounds of its conversation.
	 */
	@Test
	void theServerViewTakesNineMore() {
		HttpBrowser unwatched = unwatched();
		List<String> without = commandsFor((browser) -> unwatched.get("/bill"));
		this.customer.browser().get("/bill");
		List<String> with = commandsFor((browser) -> browser.get("/bill"));
		System.out.println("RedisCommandsTests: /bill with the server view " + with);
		assertThat(with).hasSize(without.size() + 9);
	}

	@Test
	void aFormTakesALockBeside() {
		List<String> commands = commandsFor(
				(browser) -> browser.post("/lookup", "phoneNumber", this.customer.number()));
		System.out.println("RedisCommandsTests: POST /lookup " + commands);
		assertThat(commands).hasSizeBetween(4, 18);
	}

	@Test
	void aStrangerWithoutASessionTakesNone() {
		assertThat(commandsFor((browser) -> newBrowser().get("/"))).isEmpty();
	}

	/**
	 * The health check asks whether Redis is there, and not for anything in it.
	 * @param address an address or what finds it on a page
	 */
	@ParameterizedTest
	@ValueSource(strings = { "href=\"(/assets/[^\"]+css)\"", "(/healthcheck)", "(/healthcheck/liveness)",
			"(/healthcheck/readiness)" })
	void staticFilesAndHealthSendNoRedisCommand(String address) {
		Page home = this.customer.browser().get("/");
		String path = (address.startsWith("href")) ? home.find(address) : address.replaceAll("[()]", "");
		assertThat(commandsFor((browser) -> assertThat(browser.get(path).status()).isEqualTo(200)))
			.noneMatch((command) -> command.contains("billpay:"));
	}

}
