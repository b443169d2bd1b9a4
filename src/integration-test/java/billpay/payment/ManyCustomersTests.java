package billpay.payment;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import billpay.ledger.LedgerReport;
import billpay.ledger.LedgerReport.Findings;
import billpay.support.ConcurrentTasks;
import billpay.support.OverHttp;
import billpay.support.Shopper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Many customers pay at once, with every test card and every third form sent twice, and
 * nothing is lost and nothing doubled.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "billpay.payment.gateway-timeout=200ms", "billpay.payment.retry-interval=200ms",
				"billpay.payment.reconciliation-interval=100ms", "billpay.sandbox.slow-card-delay=600ms",
				"billpay.bill.initial-amount=1000.00" })
@Tag("ledger")
@Tag("session")
class ManyCustomersTests extends OverHttp {

	private static final int CUSTOMERS = 24;

	/** Each card twice for each customer. */
	private static final int CHECKOUTS = 22;

	private static final String CONTESTED = "+1 212-555-0142";

	@LocalServerPort
	private int port;

	@Autowired
	private LedgerReport report;

	@Autowired
	private PaymentGateway gateway;

	@TempDir
	private Path folder;

	@Test
	@Tag("P1")
	@Tag("P3")
	@Tag("P4")
	@Tag("P6")
	@Tag("P8")
	@Tag("P11")
	void everyCartIsChargedAtMostOnceAndTheLedgersAgree() throws Exception {
		long seed = System.nanoTime();
		System.out.println("ManyCustomersTests: seed " + seed);
		IntStream.range(0, 30).forEach((i) -> newBill(CONTESTED, "%d.50".formatted(5 + i)));
		List<Shopper> shoppers = IntStream.range(0, CUSTOMERS)
			.mapToObj(
					(i) -> new Shopper("shopper-" + i, List.of(CONTESTED), seed + i, this.folder.resolve("pages-" + i)))
			.toList();

		ConcurrentTasks.run(CUSTOMERS, (i) -> enter(shoppers.get(i)));
		long start = System.nanoTime();
		ConcurrentTasks.run(CUSTOMERS, (i) -> walk(shoppers.get(i)));
		await().atMost(Duration.ofSeconds(30)).until(() -> this.report.create().undecided() == 0);
		Findings findings = this.report.create();
		System.out.printf("ManyCustomersTests: %d checkouts, %s in %d ms%n", CUSTOMERS * CHECKOUTS, findings,
				Duration.ofNanos(System.nanoTime() - start).toMillis());

		assertThat(findings.violations()).isEmpty();
		assertThat(findings.approved() + findings.declined()).isGreaterThanOrEqualTo(CUSTOMERS * CHECKOUTS);
		assertThatEachCartIsChargedAtMostOnce();
		assertThatTheMoneyAddsUp(shoppers);
	}

	private Callable<Shopper> enter(Shopper shopper) {
		return () -> {
			shopper.enter("http://localhost:" + this.port);
			return shopper;
		};
	}

	private Callable<Integer> walk(Shopper shopper) {
		return () -> {
			for (int i = 0; i < CHECKOUTS; i++) {
				shopper.checkOut();
			}
			return shopper.receipts().size();
		};
	}

	private void assertThatEachCartIsChargedAtMostOnce() {
		assertThat(database().sql("""
				select p.cart from payment p join sandbox_charge c on c.idempotency_key = p.reference
				where c.answer = 'APPROVED' group by p.cart having count(*) > 1
				""").query(String.class).list()).as("carts charged more than once").isEmpty();
		assertThat(database().sql("select count(*) from payment where cart is null").query(Integer.class).single())
			.isZero();
	}

	/**
	 * Three accounts of the same money: the gateway's, the shop's, and what the customers
	 * were shown.
	 * @param shoppers the customers
	 */
	private void assertThatTheMoneyAddsUp(List<Shopper> shoppers) {
		Map<String, BigDecimal> charged = new TreeMap<>();
		this.gateway.statement().forEach((charge) -> charged.put(charge.key(), charge.amount()));
		Map<String, BigDecimal> paid = new TreeMap<>();
		database().sql("select reference, total from payment where status = 'APPROVED'")
			.query((row, index) -> paid.put(row.getString("reference"), row.getBigDecimal("total")))
			.list();
		Map<String, String> shown = new TreeMap<>();
		shoppers.forEach((shopper) -> shown.putAll(shopper.receipts()));
		assertThat(charged).isNotEmpty().isEqualTo(paid);
		assertThat(shown.keySet()).isEqualTo(paid.keySet());
		shown.forEach((reference, receipt) -> assertThat(receipt).contains("$" + paid.get(reference)));
	}

}
