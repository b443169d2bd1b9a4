package billpay.system;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import billpay.support.Browser;
import billpay.support.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A receipt that was shown exists for ever after, whenever the process dies.
 */
class KillTests {

	private static final String VISA = "4242 4242 4242 4242";

	private static final int CUSTOMERS = 3;

	private static final int ROUNDS = 3;

	/** A customer's one bill is paid in parts of a dollar, and is never all paid. */
	private static final int MOST_PARTS = 30;

	@TempDir
	private Path folder;

	@Test
	@Tag("R1")
	void aReceiptThatWasShownOutlivesAKill() {
		try (PackagedApplication application = new PackagedApplication(this.folder, "-XX:+UseSerialGC").start()) {
			Browser mark = application.newBrowser().signIn("mark", "pay-my-bill");
			mark.fillCart("(212) 555-0142");
			String receipt = mark.pay(VISA).location();
			assertThat(mark.follow().text()).contains("Thank you. It is paid.");

			application.kill();
			application.start();

			Browser again = application.newBrowser().signIn("mark", "pay-my-bill");
			assertThat(again.get(receipt).text()).contains("Thank you. It is paid.", "Bill for", "+1 212-555-0142",
					"$42.50", "Visa ending in 4242");
			Page lookup = again.post("/lookup", "phoneNumber", "(212) 555-0142");
			assertThat(lookup.status()).isEqualTo(422);
			assertThat(lookup.text()).contains("Nothing is due for +1 212-555-0142.");
		}
	}

	@Test
	@Tag("R1")
	void noReceiptThatWasShownIsLostHoweverOftenTheServerIsKilledUnderLoad() throws Exception {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		System.out.println("KillTests: seed " + seed);
		Map<String, String> shown = new ConcurrentHashMap<>();
		try (PackagedApplication application = new PackagedApplication(this.folder, "-XX:+UseSerialGC")) {
			for (int round = 1; round <= ROUNDS; round++) {
				int before = shown.size();
				payUntilKilled(application.start(), round, random.nextInt(10, 200), shown);
				System.out.printf("KillTests: round %d, killed after %d receipts%n", round, shown.size() - before);
			}
			application.start();
			List<String> lost = lostAmong(shown, application);
			System.out.printf("KillTests: %d receipts shown, %d lost%n", shown.size(), lost.size());
			assertThat(lost).isEmpty();
			application.stop();
			assertThatTheBooksBalance(application);
		}
	}

	private static void payUntilKilled(PackagedApplication application, int round, int enough,
			Map<String, String> shown) throws Exception {
		List<String> customers = IntStream.range(0, CUSTOMERS).mapToObj((i) -> "payer-" + round + "-" + i).toList();
		int target = shown.size() + enough;
		ExecutorService threads = Executors.newFixedThreadPool(CUSTOMERS);
		try {
			List<Future<?>> walks = new ArrayList<>();
			for (String customer : customers) {
				walks.add(threads.submit(() -> pay(customer, application.newBrowser(), shown)));
			}
			await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(1)).until(() -> {
				assertThat(walks).as(application::log).noneMatch(Future::isDone);
				return shown.size() >= target;
			});
			application.kill();
			for (Future<?> walk : walks) {
				walk.get(60, TimeUnit.SECONDS);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static void pay(String customer, Browser browser, Map<String, String> shown) {
		browser.post("/lookup", "phoneNumber", browser.signUp(customer));
		String bill = browser.get("/bill").find("name=\"billId\" value=\"(\\d+)\"");
		try {
			for (int i = 0;; i++) {
				browser.post("/cart/items", "addOn", "hotspot", "quantity", "2");
				if (i < MOST_PARTS) {
					browser.post("/cart/items", "billId", bill, "amount", "1.00");
				}
				Page answer = browser.pay(VISA);
				assertThat(answer.status()).as(answer::body).isEqualTo(303);
				Page receipt = browser.follow();
				assertThat(receipt.text()).contains("Thank you. It is paid.");
				shown.put(receipt.find("(BP-[0-9A-Z]{5}-[0-9A-Z]{5})"), customer);
			}
		}
		catch (UncheckedIOException ex) {
			// The server has been killed: what was shown until now is what counts.
		}
	}

	private static List<String> lostAmong(Map<String, String> shown, PackagedApplication application) {
		List<String> lost = new ArrayList<>();
		for (String customer : shown.values().stream().distinct().toList()) {
			Browser browser = application.newBrowser().signIn(customer, "secret of " + customer);
			shown.forEach((reference, owner) -> {
				if (owner.equals(customer)
						&& !browser.get("/payments/" + reference).text().contains("Thank you. It is paid.")) {
					lost.add(reference);
				}
			});
		}
		return lost;
	}

	private static void assertThatTheBooksBalance(PackagedApplication application) throws SQLException {
		try (Connection ledger = application.openLedger(); Statement statement = ledger.createStatement()) {
			assertThat(count(statement, "select count(*) from payment")).isPositive();
			assertThat(count(statement,
					"select count(*) from payment p where p.total <> (select sum(l.amount)"
							+ " from payment_line l where l.payment = p.reference)"))
				.as("payments whose total is not the sum of their lines")
				.isZero();
			assertThat(count(statement,
					"select count(*) from payment p where not exists"
							+ " (select 1 from payment_line l where l.payment = p.reference)"))
				.as("payments without a line")
				.isZero();
			assertThat(count(statement,
					"select count(*) from bill b where b.paid <> coalesce((select sum(l.amount)"
							+ " from payment_line l join payment p on p.reference = l.payment"
							+ " where l.bill = b.id and p.status in ('APPROVED', 'PENDING')), 0)"))
				.as("bills that say something else than their payments")
				.isZero();
		}
	}

	private static int count(Statement statement, String sql) throws SQLException {
		try (ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getInt(1);
		}
	}

}
