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

	private List<String> commandsFor(Consumer<HttpBrowser> request) {
		this.redis.commands();
		request.accept(this.customer.browser());
		return this.redis.commands();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/lookup", "/bill", "/cart", "/checkout", "/payments", "/cookies", "/server-view",
			"/login", "/payments/BP-00000-00000", "/nowhere" })
	void aPageThatUsesTheSessionTakesTwo(String path) {
		assertThat(commandsFor((browser) -> browser.get(path))).hasSizeBetween(1, 2);
	}

	@Test
	void aFormTakesTwoAsWell() {
		assertThat(commandsFor((browser) -> browser.post("/lookup", "phoneNumber", this.customer.number()))).hasSize(2);
		assertThat(commandsFor((browser) -> browser.post("/lookup", "phoneNumber", "none"))).hasSize(2);
		assertThat(commandsFor((browser) -> browser.post("/cart/items", "addOn", "hotspot", "quantity", "1")))
			.hasSize(2);
	}

	@Test
	void aStrangerWithoutASessionTakesNone() {
		assertThat(commandsFor((browser) -> newBrowser().get("/"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "href=\"(/assets/[^\"]+css)\"", "(/healthcheck)", "(/healthcheck/liveness)",
			"(/healthcheck/readiness)" })
	void whatNeedsNoSessionTakesNone(String address) {
		Page home = this.customer.browser().get("/");
		String path = (address.startsWith("href")) ? home.find(address) : address.replaceAll("[()]", "");
		assertThat(commandsFor((browser) -> assertThat(browser.get(path).status()).isEqualTo(200))).isEmpty();
	}

}
