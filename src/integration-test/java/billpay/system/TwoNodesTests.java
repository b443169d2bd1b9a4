package billpay.system;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import billpay.support.AlternatingBrowser;
import billpay.support.CardFixture;
import billpay.support.ConcurrentTasks;
import billpay.support.HttpBrowser;
import billpay.support.Page;
import billpay.system.PackagedApplication.LedgerCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two processes, one Redis, one PostgreSQL: to a customer they are one shop, also when
 * one of them dies.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TwoNodesTests {

	private static final String VISA = "4242 4242 4242 4242";

	private static final int CUSTOMERS = 100;

	private static final int STEPS = 7;

	private static final int MOST_TIMES_BUSY = 3;

	private TwoNodes nodes;

	@BeforeAll
	void start(@TempDir Path folder) {
		this.nodes = TwoNodes.start(folder, "-Dbillpay.payment.reconciliation-interval=200ms");
	}

	@AfterAll
	void stop() {
		this.nodes.close();
	}

	private HttpBrowser onFirst() {
		return this.nodes.first().newBrowser();
	}

	/**
	 * The same browser, as the other node sees it.
	 */
	private HttpBrowser onSecond(HttpBrowser browser) {
		HttpBrowser same = this.nodes.second().newBrowser();
		same.cookies().putAll(browser.cookies());
		same.useToken(browser.token());
		return same;
	}

	/**
	 * Has the ledger checked when nothing is under way any more.
	 * @return how many payments were approved
	 */
	private int approved() {
		LedgerCheck check = await().atMost(Duration.ofMinutes(1))
			.until(this.nodes.first()::checkLedger, (done) -> done.output().contains("being confirmed: 0."));
		assertThat(check.output()).contains("The two ledgers agree.").doesNotContain("rule ");
		assertThat(check.exitCode()).isZero();
		Matcher approved = Pattern.compile("Payments approved: (\\d+),").matcher(check.output());
		assertThat(approved.find()).isTrue();
		return Integer.parseInt(approved.group(1));
	}

	@Test
	@Tag("P1")
	void aWalkThatTakesEachStepOnTheOtherNodePaysOnce() throws Exception {
		int before = approved();
		AlternatingBrowser browser = new AlternatingBrowser(this.nodes.addresses());
		String first = browser.get("/login").find("Answered by</span> (node \\d)</span>");
		assertThat(browser.get("/login").find("Answered by</span> (node \\d)</span>")).isNotEqualTo(first);
		browser.get("/login");
		String number = browser.signUp("alternating");
		browser.skip();
		browser.post("/lookup", "phoneNumber", number);
		Page bill = browser.follow();
		browser.post("/cart/items", "billId", bill.value("billId"));
		assertThat(browser.follow().text()).contains("Total $42.50");
		Page checkout = browser.get("/checkout");
		assertThat(checkout.status()).isEqualTo(200);
		HttpBrowser one = onFirst();
		one.cookies().putAll(browser.cookies());
		one.useToken(browser.token());
		HttpBrowser other = onSecond(browser);
		String[] form = { "cardholder", "A. Customer", "cardNumber", VISA, "expiry", CardFixture.EXPIRY, "cvc", "123",
				"cart", checkout.value("cart"), "total", checkout.value("total") };
		List<Page> answers = ConcurrentTasks.run(50, (i) -> () -> ((i % 2 == 0) ? one : other).post("/checkout", form));
		Set<String> receipts = new LinkedHashSet<>();
		answers.forEach((answer) -> receipts.add(answer.location()));
		assertThat(receipts).singleElement().asString().startsWith("/payments/BP-");
		for (int i = 0; i < 2; i++) {
			assertThat(browser.get(receipts.iterator().next()).text())
				.contains("Thank you. Your payment was successful.");
		}
		assertThat(approved()).isEqualTo(before + 1);
	}

	@Test
	void theConversationIsOneWhicheverNodeAnswers() {
		AlternatingBrowser browser = new AlternatingBrowser(this.nodes.addresses());
		browser.with("Via", "1.1 balancer");
		browser.get("/");
		browser.get("/lessons/two-nodes");
		browser.get("/login");
		browser.post("/login", "username", "mark", "password", "pay-my-bill");
		browser.follow();
		browser.post("/lookup", "phoneNumber", "(212) 555-0142");
		browser.follow();
		for (int i = 0; i < 2; i++) {
			Page page = browser.get("/server-view");
			assertThat(requestsOn(page)).containsExactly("GET /bill", "POST /lookup", "GET /lookup", "POST /login",
					"GET /login", "GET /");
			assertThat(page.body()).contains("phoneNumber is +1 212-555-0142");
			for (String name : List.of("node 1", "node 2", "Balancer")) {
				assertThat(page.body()).containsPattern("<text class=\"name\"[^>]*>" + name + "<");
			}
		}
		browser.post("/logout");
		browser.follow();
		for (int i = 0; i < 2; i++) {
			Page page = browser.get("/server-view");
			assertThat(requestsOn(page)).endsWith("POST /login", "GET /login", "GET /").contains("POST /logout");
			assertThat(page.body()).contains("phoneNumber").doesNotContain("212-555-0142");
		}
	}

	private static List<String> requestsOn(Page page) {
		return Pattern.compile("<h3 class=\"spoken\">\\d+\\. <code>([^<]*)</code>")
			.matcher(page.body())
			.results()
			.map((found) -> found.group(1))
			.toList();
	}

	@Test
	@Tag("S14")
	void fiftyParallelAdditionsToOneCartOverBothNodesKeepAllLines() throws Exception {
		HttpBrowser one = onFirst();
		one.signUp("additions");
		String number = one.get("/lookup").attribute("option", "value");
		one.post("/lookup", "phoneNumber", number);
		one.get("/bill");
		HttpBrowser other = onSecond(one);
		List<Page> answers = ConcurrentTasks.run(50,
				(i) -> () -> ((i % 2 == 0) ? one : other).post("/cart/items", "addOn", "hotspot", "quantity", "1"));
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isEqualTo(303));
		assertThat(one.get("/cart").body().split("/remove\"", -1)).hasSize(51);
		assertThat(other.get("/cart").body().split("/remove\"", -1)).hasSize(51);
	}

	@Test
	@Tag("R5")
	void whenANodeIsKilledEverybodyFinishesOnTheOther() throws Exception {
		int before = approved();
		long seed = System.nanoTime();
		System.out.println("TwoNodesTests: seed " + seed);
		Random random = new Random(seed);
		List<Walker> walkers = newWalkers();
		ExecutorService threads = Executors.newFixedThreadPool(CUSTOMERS);
		try {
			List<Future<String>> walks = new ArrayList<>();
			for (Walker walker : walkers) {
				// One after the other, so that the kill meets them at every step.
				int wait = random.nextInt(3000);
				walks.add(threads.submit(() -> {
					TimeUnit.MILLISECONDS.sleep(wait);
					return walker.walk();
				}));
			}
			await().atMost(Duration.ofMinutes(1))
				.pollInterval(Duration.ofMillis(1))
				.until(() -> walkers.stream().mapToInt(Walker::steps).sum() > CUSTOMERS * STEPS / 2);
			this.nodes.second().kill();
			int[] at = walkers.stream().mapToInt(Walker::steps).toArray();
			System.out.println("TwoNodesTests: killed with customers at step " + IntStream.range(0, STEPS + 1)
				.mapToObj((step) -> step + ": " + IntStream.of(at).filter((steps) -> steps == step).count())
				.toList());
			assertThat(IntStream.of(at).filter((steps) -> steps > 0 && steps < STEPS).count()).as("in mid-walk")
				.isGreaterThan(10);
			Set<String> receipts = new LinkedHashSet<>();
			for (Future<String> walk : walks) {
				receipts.add(walk.get(2, TimeUnit.MINUTES));
			}
			assertThat(receipts).hasSize(CUSTOMERS);
		}
		finally {
			threads.shutdownNow();
			this.nodes.second().start();
		}
		assertThat(approved()).isEqualTo(before + CUSTOMERS);
	}

	/**
	 * Opens the accounts, a few at a time: a password hash is slow on purpose.
	 */
	private List<Walker> newWalkers() throws Exception {
		List<String> addresses = this.nodes.addresses();
		List<Walker> walkers = new ArrayList<>();
		for (int some = 0; some < CUSTOMERS; some += 4) {
			int from = some;
			walkers.addAll(ConcurrentTasks.run(4, (i) -> () -> new Walker("walker-" + (from + i), addresses)));
		}
		return walkers;
	}

	/**
	 * A customer whose requests go to one node after the other. When one does not answer,
	 * the other is asked and the dead one no more, as by a balancer; what a form that got
	 * no answer has done is looked up first. A node that has to serve everybody may be
	 * busy and say when to come back.
	 */
	private static final class Walker {

		private final List<HttpBrowser> nodes = new ArrayList<>();

		private final String number;

		private int turn;

		private volatile int steps;

		private int timesBusy;

		Walker(String name, List<String> addresses) {
			addresses.forEach((address) -> this.nodes.add(new HttpBrowser(address)));
			this.turn = name.hashCode() & 1;
			HttpBrowser node = this.nodes.get(this.turn);
			this.number = node.signUp(name);
			share(node);
		}

		private void share(HttpBrowser from) {
			for (HttpBrowser node : this.nodes) {
				if (node != from) {
					node.cookies().clear();
					node.cookies().putAll(from.cookies());
					node.useToken(from.token());
				}
			}
		}

		int steps() {
			return this.steps;
		}

		String walk() {
			done(post("/lookup", Map.of("phoneNumber", this.number)), "/bill");
			Page bill = get("/bill");
			String billId = bill.value("billId");
			done(post("/cart/items", Map.of("billId", billId)), "/cart");
			addOn();
			Page checkout = get("/checkout");
			Map<String, String> form = Map.of("cardholder", "A. Customer", "cardNumber", VISA, "expiry",
					CardFixture.EXPIRY, "cvc", "123", "cart", checkout.value("cart"), "total", checkout.value("total"));
			Page paid = post("/checkout", form);
			String receipt = paid.location();
			assertThat(receipt).as("%s: %s", paid.status(), paid.text()).startsWith("/payments/BP-");
			this.steps++;
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(get(receipt).text()).contains("Thank you. Your payment was successful.",
						"Hotspot"));
			return receipt;
		}

		/**
		 * Adds a thing that may be in a cart twice: it is there once and not again.
		 */
		private void addOn() {
			Page answer = null;
			while (answer == null) {
				answer = send("POST", "/cart/items", Map.of("addOn", "hotspot", "quantity", "1"));
				if (answer == null && get("/cart").text().contains("Hotspot")) {
					this.steps++;
					return;
				}
			}
			done(answer, "/cart");
		}

		private Page get(String path) {
			Page page = send("GET", path, Map.of());
			while (page == null) {
				page = send("GET", path, Map.of());
			}
			assertThat(page.status()).as("%s leads to %s", path, page.location()).isEqualTo(200);
			this.steps++;
			return page;
		}

		private Page post(String path, Map<String, String> form) {
			Page page = send("POST", path, form);
			while (page == null) {
				page = send("POST", path, form);
			}
			return page;
		}

		private void done(Page answer, String location) {
			assertThat(answer.location()).as("%s: %s", answer.status(), answer.text()).startsWith(location);
			this.steps++;
		}

		/**
		 * Sends a request.
		 * @return the answer, {@code null} when there is none
		 */
		private Page send(String method, String path, Map<String, String> form) {
			HttpBrowser node = this.nodes.get(++this.turn % this.nodes.size());
			try {
				Page page = ("GET".equals(method)) ? node.get(path)
						: node.post(path,
								form.entrySet()
									.stream()
									.flatMap((field) -> Stream.of(field.getKey(), field.getValue()))
									.toArray(String[]::new));
				share(node);
				return (page.status() == 503 && comesBack(page)) ? send(method, path, form) : page;
			}
			catch (UncheckedIOException ex) {
				assertThat(this.nodes).as("nodes that answered until now").hasSize(2);
				this.nodes.remove(node);
				return null;
			}
		}

		private boolean comesBack(Page busy) {
			assertThat(busy.header("Retry-After")).isEqualTo("5");
			try {
				TimeUnit.SECONDS.sleep(5);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return ++this.timesBusy <= MOST_TIMES_BUSY;
		}

	}

}
