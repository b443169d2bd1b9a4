package billpay.payment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A gateway that takes its time takes nobody's but that of the customers who pay. The
 * patience is long here, so that their requests wait for all of the test.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "billpay.payment.gateway-timeout=6s", "billpay.sandbox.slow-card-delay=1h" })
@Tag("session")
class SlowGatewayTests extends OverHttp {

	private static final String SLOW_CARD = "4000 0000 0000 2024";

	private static final int PAYMENTS = 20;

	private static final int LOOKUPS = 60;

	/** What a machine with other things to do may add to a page of some milliseconds. */
	private static final Duration NOISE = Duration.ofMillis(500);

	@Test
	@Tag("P4")
	void twentySlowPaymentsKeepNobodyFromLookingUp() throws Exception {
		Customer other = newCustomer();
		List<Customer> payers = IntStream.range(0, PAYMENTS).mapToObj((i) -> newCustomer()).toList();
		payers.forEach((payer) -> payer.fillCart(newBill(payer.number(), "10.00")));
		lookUps(other);
		Duration before = median(lookUps(other));

		ExecutorService threads = Executors.newFixedThreadPool(PAYMENTS);
		try {
			List<Future<Page>> answers = payers.stream()
				.map((payer) -> threads.submit(() -> payer.browser().pay(SLOW_CARD)))
				.toList();
			await().until(() -> underWay() == PAYMENTS);
			Duration during = median(lookUps(other));
			System.out.printf("SlowGatewayTests: looking up took %d µs before and %d µs during %d slow payments%n",
					before.toNanos() / 1000, during.toNanos() / 1000, PAYMENTS);

			assertThat(answers).as("payments that wait").noneMatch(Future::isDone);
			assertThat(during).isLessThan(before.multipliedBy(10).plus(NOISE));
			for (Future<Page> answer : answers) {
				assertThat(answer.get(60, TimeUnit.SECONDS).location()).startsWith("/payments/");
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private int underWay() {
		return database().sql("select count(*) from sandbox_charge").query(Integer.class).single();
	}

	/**
	 * Asks for the lookup page and sends it, again and again.
	 * @param customer who
	 * @return how long both took together, each time
	 */
	private static List<Duration> lookUps(Customer customer) {
		HttpBrowser browser = customer.browser();
		List<Duration> times = new ArrayList<>();
		for (int i = 0; i < LOOKUPS; i++) {
			long start = System.nanoTime();
			assertThat(browser.get("/lookup").status()).isEqualTo(200);
			assertThat(browser.post("/lookup", "phoneNumber", customer.number()).location()).isEqualTo("/bill");
			times.add(Duration.ofNanos(System.nanoTime() - start));
		}
		return times;
	}

	private static Duration median(List<Duration> times) {
		return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
	}

}
