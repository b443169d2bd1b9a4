package billpay.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import billpay.support.Browser;
import billpay.support.CardFixture;
import billpay.support.ConcurrentTasks;
import billpay.support.Shopper;
import billpay.system.PackagedApplication.LedgerCheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A receipt that was shown exists for ever after, and every charge belongs to exactly one
 * payment, whenever the process dies.
 */
class KillTests {

	private static final String VISA = "4242 4242 4242 4242";

	private static final int KILLS = 10;

	private static final int CUSTOMERS = 20;

	private static final int LONGEST_WAIT_MILLIS = 4000;

	/** The numbers of the demo customers, whose bills everybody pays. */
	private static final List<String> CONTESTED = List.of("+1 212-555-0142", "+1 212-555-0143", "+1 646-555-0117",
			"+1 718-555-0188");

	@TempDir
	private Path folder;

	@Test
	@Tag("R1")
	@Tag("P11")
	void aReceiptThatWasShownOutlivesAKillAndTheLedgerCheckNamesWhatDoesNotAgree() throws SQLException {
		try (PackagedApplication application = PackagedApplication.ofExecutableJar(this.folder, "-XX:+UseSerialGC")
			.start()) {
			String receipt = payMarksBill(application);

			application.kill();
			application.start();

			Browser again = application.newBrowser().signIn("mark", "pay-my-bill");
			assertThat(again.get(receipt).text()).contains("Thank you. Your payment was successful.", "Bill for",
					"+1 212-555-0142", "$42.50", "Visa ending in 4242");
			again.post("/lookup", "phoneNumber", "(212) 555-0142");
			assertThat(again.follow().text()).contains("Bill for +1 212-555-0142", "Nothing is due for this number.");

			application.stop();
			theLedgerCheckNamesWhatDoesNotAgree(application, receipt.substring("/payments/".length()));
		}
	}

	private static String payMarksBill(PackagedApplication application) {
		Browser mark = application.newBrowser().signIn("mark", "pay-my-bill");
		mark.fillCart("(212) 555-0142");
		String receipt = mark.pay(VISA).location();
		assertThat(mark.follow().text()).contains("Thank you. Your payment was successful.");
		return receipt;
	}

	private static void theLedgerCheckNamesWhatDoesNotAgree(PackagedApplication application, String reference)
			throws SQLException {
		try (Connection ledger = application.openLedger(); Statement statement = ledger.createStatement()) {
			assertThat(statement.executeUpdate("delete from sandbox_charge")).isOne();
			assertThat(statement.executeUpdate("update bill set paid = 1.00 where amount = 64.00")).isOne();
		}
		LedgerCheck check = application.checkLedger();
		assertThat(check.output()).contains(
				"rule 1: Bill 5 has an amount of 64.00. It is marked as paid with 1.00, but its payments add up to 0.00.",
				"rule 3: Payment " + reference + " of 42.50 was approved, but the gateway did not charge it.",
				"2 rows break a rule. Payments approved: 1, declined: 0, being confirmed: 0. Charges: 0.");
		assertThat(check.exitCode()).isOne();
	}

	@Test
	@Tag("R1")
	@Tag("P5")
	@Tag("P9")
	@Tag("P11")
	void killedServerLosesAndDoublesNoPaymentAndKeepsNoCardNumber() throws Exception {
		long seed = System.nanoTime();
		System.out.println("KillTests: seed " + seed);
		Random random = new Random(seed);
		List<Shopper> shoppers = IntStream.range(0, CUSTOMERS)
			.mapToObj((i) -> new Shopper("shopper-" + i, CONTESTED, seed + i, this.folder.resolve("pages-" + i)))
			.toList();
		try (PackagedApplication application = new PackagedApplication(this.folder, "-XX:+UseSerialGC",
				"-Dbillpay.payment.gateway-timeout=200ms", "-Dbillpay.payment.retry-interval=200ms",
				"-Dbillpay.payment.reconciliation-interval=100ms", "-Dbillpay.sandbox.slow-card-delay=600ms",
				"-Dbillpay.bill.initial-amount=1000.00")) {
			for (int kill = 1; kill <= KILLS; kill++) {
				// An account that is cut off while it is opened could not be opened
				// again.
				int inside = (kill == 1) ? CUSTOMERS : random.nextInt(2, CUSTOMERS);
				int millis = random.nextInt(LONGEST_WAIT_MILLIS);
				shopUntilKilled(application.start(), shoppers, inside, millis);
				System.out.printf("KillTests: kill %d, %d ms after customer %d came in: %d checkouts, %d receipts%n",
						kill, millis, inside, shoppers.stream().mapToInt(Shopper::checkouts).sum(),
						shoppers.stream().mapToInt((shopper) -> shopper.receipts().size()).sum());
			}
			application.start();
			ConcurrentTasks.run(CUSTOMERS, (i) -> () -> findEverything(shoppers.get(i), application));
			assertThatNoSessionHoldsACard(application);
			application.stop();

			LedgerCheck check = application.checkLedger();
			System.out.println("KillTests: " + check.output().strip());
			assertThat(check.output()).contains("The two ledgers agree.", "being confirmed: 0.")
				.doesNotContain("rule ");
			assertThat(check.exitCode()).isZero();
			assertThatNoFileHoldsACard();
			assertThat(CardFixture.codesIn(everyValue(application))).as("codes in the ledger").isEmpty();
		}
	}

	private static void shopUntilKilled(PackagedApplication application, List<Shopper> shoppers, int inside, int millis)
			throws Exception {
		CountDownLatch stillToSignIn = new CountDownLatch(inside);
		ExecutorService threads = Executors.newFixedThreadPool(CUSTOMERS);
		try {
			List<Future<?>> walks = new ArrayList<>();
			for (Shopper shopper : shoppers) {
				walks.add(threads.submit(() -> {
					shop(shopper, application, stillToSignIn);
					return null;
				}));
			}
			await().atMost(Duration.ofMinutes(2)).until(() -> stillToSignIn.getCount() == 0 || hasFailed(walks));
			await().pollDelay(Duration.ofMillis(millis)).until(() -> true);
			assertThat(hasFailed(walks)).as(application::log).isFalse();
			application.kill();
			for (Future<?> walk : walks) {
				walk.get(1, TimeUnit.MINUTES);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	/**
	 * Whether somebody has stopped shopping before the server was killed.
	 * @param walks all customers' walks
	 * @return {@code false} while all of them go on
	 * @throws Exception what stopped one of them
	 */
	private static boolean hasFailed(List<Future<?>> walks) throws Exception {
		for (Future<?> walk : walks) {
			if (walk.isDone()) {
				walk.get();
				return true;
			}
		}
		return false;
	}

	private static void shop(Shopper shopper, PackagedApplication application, CountDownLatch stillToSignIn)
			throws InterruptedException {
		try {
			shopper.enter(application.address());
			stillToSignIn.countDown();
			// Customers who shop already would slow down those who still sign in.
			stillToSignIn.await();
			while (!Thread.currentThread().isInterrupted()) {
				shopper.checkOut();
			}
		}
		catch (UncheckedIOException ex) {
			// The server has been killed: what was shown until now is what counts.
		}
	}

	private static int findEverything(Shopper shopper, PackagedApplication application) {
		shopper.enter(application.address());
		shopper.awaitDecisions();
		shopper.findEverythingAsPromised();
		// Leaves a session behind with a cart that is paid or declined, to be searched.
		shopper.checkOut();
		return shopper.receipts().size();
	}

	private static void assertThatNoSessionHoldsACard(PackagedApplication application) {
		String texts = application.heapDump().sessionTexts();
		assertThat(texts).contains("shopper-0", "voicemail-plus").doesNotContain(CardFixture.HOLDER);
		assertThat(CardFixture.numbersIn(texts)).as("card numbers in sessions").isEmpty();
		assertThat(CardFixture.codesIn(texts)).as("codes in sessions").isEmpty();
	}

	/**
	 * Searches all that has been written: the ledger's files, the log of every start, and
	 * every page.
	 * @throws IOException when a file cannot be read
	 */
	private void assertThatNoFileHoldsACard() throws IOException {
		StringBuilder searched = new StringBuilder();
		for (Path file : files()) {
			String name = file.getFileName().toString();
			String text = Files.readString(file, StandardCharsets.ISO_8859_1);
			searched.append(name).append(' ');
			assertThat(CardFixture.numbersIn(text)).as("card numbers in %s", name).isEmpty();
			// What is searched is readable: something that should be there is found.
			if (name.startsWith("ledger")) {
				assertThat(text.contains("American Express")).as("%s is readable", name).isTrue();
				assertThat(text.contains("cvc") || text.contains(CardFixture.HOLDER)).as("card in %s", name).isFalse();
			}
			else if (name.startsWith("log")) {
				String afterStart = text.substring(text.indexOf("Started BillPayApplication"));
				assertThat(afterStart).contains("signed-in: user=shopper-").doesNotContain(CardFixture.HOLDER);
				assertThat(CardFixture.codesIn(afterStart.substring(afterStart.indexOf('\n')))).as("codes in %s", name)
					.isEmpty();
			}
			else {
				assertThat(text.contains("<title>Checkout")).as("%s has the payment page", name).isTrue();
				assertThat(CardFixture.codesIn(text)).as("codes in %s", name).isEmpty();
			}
		}
		assertThat(searched).contains("ledger.mv.db", "log-" + KILLS, "pages-" + (CUSTOMERS - 1));
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.filter(Files::isRegularFile)
				.filter((file) -> !file.getFileName().toString().matches("(heap|check).*"))
				.sorted()
				.toList();
		}
	}

	private static String everyValue(PackagedApplication application) throws SQLException {
		StringBuilder values = new StringBuilder();
		try (Connection ledger = application.openLedger(); Statement statement = ledger.createStatement()) {
			for (String table : List.of("account", "payment", "payment_line", "sandbox_charge", "bill",
					"phone_number")) {
				values.append(rows(statement, table));
			}
		}
		assertThat(values).contains("shopper-0", "Mastercard", "APPROVED");
		return values.toString();
	}

	private static String rows(Statement statement, String table) throws SQLException {
		List<List<String>> values = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery("select * from " + table)) {
			while (rows.next()) {
				List<String> row = new ArrayList<>();
				for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
					row.add(rows.getString(i));
				}
				values.add(row);
			}
		}
		return values.stream().map(List::toString).collect(Collectors.joining("\n"));
	}

}
