package billpay.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import billpay.support.HttpBrowser;
import billpay.support.Page;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * To whom the balancer in {@code src/cluster} gives a request, and whether it ever gives
 * it to both. The nodes are played, so that they can misbehave to order.
 */
class BalancerTests {

	@TempDir
	private Path folder;

	private Node node1;

	private Node node2;

	private Balancer balancer;

	@BeforeEach
	void thereIsABalancer() {
		Installed.assume("nginx", "curl");
		this.node1 = new Node("one");
		this.node2 = new Node("two");
	}

	private HttpBrowser browserBefore(String balancing) {
		this.balancer = new Balancer(this.folder.resolve("balancer"), balancing, this.node1.port(), this.node2.port());
		return this.balancer.newBrowser();
	}

	@AfterEach
	void everythingEnds() {
		if (this.balancer != null) {
			this.balancer.close();
		}
		this.node1.close();
		this.node2.close();
	}

	@Test
	void byTurnsEveryRequestGoesToTheOtherNode() {
		HttpBrowser browser = browserBefore("round-robin");
		List<String> answers = IntStream.range(0, 6).mapToObj((i) -> browser.get("/bill").body()).toList();
		assertThat(String.join(" ", answers)).isIn("one two one two one two", "two one two one two one");
	}

	@Test
	void aPostThatMayHaveArrivedIsSentToNobodyElse() {
		HttpBrowser browser = browserBefore("round-robin");
		this.node1.hangUp = true;
		this.node2.hangUp = true;
		Page answer = browser.post("/checkout", "cardholder", "A. Customer");
		assertThat(answer.status()).isEqualTo(502);
		assertThat(answer.text()).contains("it may have arrived");
		assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
		assertThat(posts()).hasSize(1);
	}

	@Test
	void aGetThatWasNotAnsweredIsSentToTheOtherNode() {
		HttpBrowser browser = browserBefore("round-robin");
		this.node1.hangUp = true;
		for (int i = 0; i < 4; i++) {
			assertThat(browser.get("/bill").body()).isEqualTo("two");
		}
		assertThat(this.node1.requests).contains("GET /fb/bill");
	}

	@Test
	@Tag("R5")
	void aPostThatANodeDidNotTakeIsSentToTheOther() {
		HttpBrowser browser = browserBefore("round-robin");
		this.node1.close();
		for (int i = 0; i < 6; i++) {
			assertThat(browser.post("/cart/items").body()).isEqualTo("two");
		}
		assertThat(posts()).hasSize(6);
	}

	@Test
	void aNodeThatIsNotReadyGetsNoRequestsUntilItIsReadyAgain() {
		HttpBrowser browser = browserBefore("round-robin");
		this.node1.unready = true;
		this.balancer.awaitOut("node1");
		for (int i = 0; i < 4; i++) {
			assertThat(browser.get("/bill").body()).isEqualTo("two");
		}
		this.node1.unready = false;
		this.balancer.awaitIn("node1");
		assertThat(List.of(browser.get("/bill").body(), browser.get("/bill").body())).containsOnlyOnce("one", "two");
	}

	@Test
	@Tag("R3")
	@Tag("R4")
	void nodesAnswerThemselvesWhenNoneIsReady() {
		HttpBrowser browser = browserBefore("round-robin");
		this.node1.unready = true;
		this.node2.unready = true;
		this.balancer.awaitOut("node1");
		this.balancer.awaitOut("node2");
		assertThat(List.of(browser.get("/bill").body(), browser.get("/bill").body())).containsOnlyOnce("one", "two");
	}

	@Test
	void aBrowserThatSticksStaysWithItsNodeWhateverBecomesOfItsSession() {
		browserBefore("sticky");
		List<String> homes = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			HttpBrowser browser = this.balancer.newBrowser();
			String home = browser.get("/login").body();
			homes.add(home);
			for (String id : List.of("before", "signed-in", "signed-out")) {
				browser.cookies().put("BILLPAY_SESSION", id);
				assertThat(browser.post("/login").body()).isEqualTo(home);
			}
		}
		assertThat(homes).contains("one", "two");
	}

	@Test
	void theCookieThatSticksIsSetOnceForTheShopAlone() {
		HttpBrowser browser = browserBefore("sticky");
		assertThat(browser.get("/assets/app.css").setCookies()).isEmpty();
		assertThat(browser.get("/healthcheck").setCookies()).isEmpty();
		assertThat(browser.get("/login").setCookies()).singleElement()
			.asString()
			.matches("BILLPAY_ROUTE=node[12]; Path=/fb; HttpOnly; SameSite=Lax");
		assertThat(browser.get("/login").setCookies()).isEmpty();
		browser.cookies().put("BILLPAY_ROUTE", "nowhere");
		assertThat(browser.get("/login").setCookie("BILLPAY_ROUTE")).isNotEmpty();
	}

	@Test
	@Tag("R5")
	void aBrowserWhoseNodeIsGoneStaysWithTheOtherAlsoWhenTheFirstIsBack() {
		HttpBrowser browser = browserBefore("sticky");
		boolean first = browser.get("/login").body().equals("one");
		Node home = (first) ? this.node1 : this.node2;
		String other = (first) ? "two" : "one";
		home.hangUp = true;
		assertThat(browser.get("/bill").body()).isEqualTo(other);
		home.hangUp = false;
		for (int i = 0; i < 4; i++) {
			assertThat(browser.get("/bill").body()).isEqualTo(other);
		}
	}

	@Test
	@Tag("C9")
	void theNodesAreToldWhatTheBalancerSawAndNotWhatABrowserMadeUp() {
		HttpBrowser browser = browserBefore("round-robin").with("X-Forwarded-For", "203.0.113.9")
			.with("X-Forwarded-Proto", "https")
			.with("X-Forwarded-Host", "evil.example")
			.with("X-Forwarded-Prefix", "/evil")
			.with("Forwarded", "for=203.0.113.9;host=evil.example");
		browser.get("/bill");
		browser.get("/bill");
		assertThat(this.node1.last).containsEntry("X-forwarded-for", List.of("127.0.0.1"))
			.containsEntry("X-forwarded-proto", List.of("http"))
			.containsEntry("Via", List.of("1.1 balancer"))
			.doesNotContainKeys("X-forwarded-host", "X-forwarded-prefix", "Forwarded");
		assertThat(this.node1.last.getFirst("Host")).startsWith("localhost:");
	}

	@Test
	@Tag("L3")
	void theLogHasNoSecrets() {
		HttpBrowser browser = browserBefore("round-robin").with("Referer", "http://localhost/secret-referrer");
		browser.cookies().put("BILLPAY_SESSION", "secret-session");
		this.node1.hangUp = true;
		browser.get("/bill?card=secret-query");
		browser.post("/checkout", "cardNumber", "secret-card");
		browser.get("/bill?card=secret-query");
		this.node1.close();
		this.node2.close();
		browser.get("/bill?card=secret-query");
		assertThat(this.balancer.log()).contains("GET /fb/bill 200", "GET /fb/bill 502").doesNotContain("secret");
	}

	private List<String> posts() {
		List<String> all = new ArrayList<>(this.node1.requests);
		all.addAll(this.node2.requests);
		all.removeIf((request) -> !request.startsWith("POST"));
		return all;
	}

	/**
	 * Answers everything with its name, unless it is told to hang up after it has read a
	 * request, or to be unready.
	 */
	private static final class Node implements AutoCloseable {

		private final String name;

		private final HttpServer server;

		private final ExecutorService threads = Executors.newCachedThreadPool();

		private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

		private volatile Headers last = new Headers();

		private volatile boolean hangUp;

		private volatile boolean unready;

		private Node(String name) {
			this.name = name;
			try {
				this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			this.server.setExecutor(this.threads);
			this.server.createContext("/", this::answer);
			this.server.start();
		}

		private void answer(HttpExchange exchange) throws IOException {
			try (exchange) {
				if (exchange.getRequestURI().getPath().equals("/fb/healthcheck")) {
					exchange.sendResponseHeaders((this.unready) ? 503 : 200, -1);
					return;
				}
				exchange.getRequestBody().readAllBytes();
				this.requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
				this.last = exchange.getRequestHeaders();
				if (!this.hangUp) {
					byte[] body = this.name.getBytes(StandardCharsets.UTF_8);
					exchange.sendResponseHeaders(200, body.length);
					exchange.getResponseBody().write(body);
				}
			}
		}

		private int port() {
			return this.server.getAddress().getPort();
		}

		@Override
		public void close() {
			this.server.stop(0);
			this.threads.shutdownNow();
		}

	}

}
