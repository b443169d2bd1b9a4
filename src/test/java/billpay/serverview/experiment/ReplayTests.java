package billpay.serverview.experiment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

import billpay.cookies.SetCookie;
import billpay.serverview.conversation.ConversationRepository;
import billpay.serverview.conversation.Exchanges;
import billpay.serverview.conversation.ReplayComparison;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.RecordedResponse;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import billpay.web.error.RefusedRequestException;
import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The last page asked for again by somebody without a cookie, over real HTTP.
 */
class ReplayTests extends OverHttp {

	@Autowired
	private ConversationRepository conversations;

	@Autowired
	private Replay replay;

	@Autowired
	private ReplayController controller;

	private Customer customer;

	@BeforeAll
	void aCustomerWithANumber() {
		this.customer = newCustomer();
		this.customer.browser().post("/lookup", "phoneNumber", this.customer.number());
	}

	private HttpBrowser browser() {
		return sameSession(this.customer.browser());
	}

	private static Page tryIt(HttpBrowser browser) {
		return browser.post("/server-view/experiments", "experiment", "replay", "next", "/bill");
	}

	private ReplayComparison comparison(HttpBrowser browser) {
		return this.conversations.find(browser.cookies().get("BILLPAY_SERVER_VIEW")).comparison();
	}

	@Test
	void theSameRequestWithoutACookieIsAnotherPersons() {
		HttpBrowser browser = browser();
		assertThat(browser.get("/bill").status()).isEqualTo(200);
		assertThat(tryIt(browser).location()).isEqualTo("/server-view#comparison");
		ReplayComparison comparison = comparison(browser);
		assertThat(comparison.with().request().what()).isEqualTo("GET /bill");
		assertThat(comparison.with().response().status()).isEqualTo(200);
		assertThat(comparison.with().user()).isEqualTo(this.customer.name());
		Page stranger = newBrowser().get("/bill");
		assertThat(comparison.without().status()).isEqualTo(stranger.status()).isEqualTo(303);
		assertThat(comparison.without().location()).isEqualTo(stranger.location());
		assertThat(comparison.without().setCookies()).extracting(SetCookie::name)
			.containsExactly("BILLPAY_SERVER_VIEW");
	}

	@Test
	void aPageThatIsForEverybodyIsAPageForThemToo() {
		HttpBrowser browser = browser().with("Accept-Language", "zh-TW");
		browser.get("/cookies");
		tryIt(browser);
		RecordedResponse without = comparison(browser).without();
		assertThat(without.status()).isEqualTo(200);
		assertThat(without.title())
			.isEqualTo(newBrowser().with("Accept-Language", "zh-TW").get("/cookies").find("<h1[^>]*>([^<]*)</h1>"));
	}

	@Test
	void cookiesSetForTheReplayAreShownAndNotSetInThisBrowser() {
		HttpBrowser browser = newBrowser();
		browser.get("/login");
		Page answer = tryIt(browser);
		assertThat(answer.setCookies()).isEmpty();
		assertThat(comparison(browser).without().setCookies()).extracting(SetCookie::name).contains("BILLPAY_SESSION");
		assertThat(comparison(browser).without().setCookies().toString()).doesNotContain(browser.sessionId());
	}

	@Test
	void replayLeavesTheSessionOfTheBrowserUnchanged() {
		HttpBrowser browser = browser();
		browser.get("/bill");
		Object before = sessionOf(browser);
		tryIt(browser);
		assertThat(sessionOf(browser)).isEqualTo(before);
		assertThat(browser.get("/bill").status()).isEqualTo(200);
	}

	@Test
	void onlyAPageThatIsKnownAsItCameIsAskedForAgain() {
		HttpBrowser browser = browser();
		browser.get("/bill");
		browser.get("/payments?secret=1");
		tryIt(browser);
		assertThat(comparison(browser).with().request().what()).isEqualTo("GET /bill");
	}

	@Test
	void replayWithoutARecordedRequestIs404WithASentence() {
		HttpBrowser browser = browser();
		browser.cookies().remove("BILLPAY_SERVER_VIEW");
		Page page = tryIt(browser);
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.text()).contains("There is no request to repeat");
		assertThat(page.body()).doesNotContain("class=\"explained\"");
	}

	@Test
	void aReplayWithoutAResponseIs503AndLeavesNoComparison() throws IOException {
		HttpBrowser browser = browser();
		browser.get("/bill");
		tryIt(browser);
		assertThat(comparison(browser)).isNotNull();
		Listener closed = new Listener();
		closed.close();
		MockHttpServletRequest request = closed.request();
		request.setCookies(new Cookie("BILLPAY_SERVER_VIEW", browser.cookies().get("BILLPAY_SERVER_VIEW")));
		assertThatExceptionOfType(RefusedRequestException.class)
			.isThrownBy(() -> this.controller.repeat(request, Locale.ENGLISH))
			.returns(HttpStatus.SERVICE_UNAVAILABLE, RefusedRequestException::getStatusCode);
		assertThat(comparison(browser)).isNull();
	}

	@Test
	@Tag("C9")
	void theAddressIsTheServersOwnWhateverTheClientCallsIt() throws IOException {
		try (Listener own = new Listener(); Listener evil = new Listener()) {
			MockHttpServletRequest request = own.request();
			request.addHeader("Host", "localhost:" + evil.port());
			request.setServerName("localhost");
			request.setServerPort(evil.port());
			assertThat(this.replay.repeat(page("/bill"), request, Locale.ENGLISH).without().status()).isEqualTo(204);
			assertThat(own.asked()).containsExactly("/bill");
			assertThat(evil.asked()).isEmpty();
		}
	}

	@Test
	@Tag("C9")
	void noTargetLeadsItToAnotherServer() throws IOException {
		try (Listener own = new Listener(); Listener evil = new Listener()) {
			String evilHost = "127.0.0.1:" + evil.port();
			for (String target : List.of("@" + evilHost + "/x", ":1@" + evilHost + "/x", "0/x", "x@" + evilHost)) {
				assertThat(this.replay.repeat(page(target), own.request(), Locale.ENGLISH)).as(target).isNull();
			}
			assertThat(own.asked()).isEmpty();
			assertThat(evil.asked()).isEmpty();
		}
	}

	private static Exchange page(String target) {
		return Exchanges.anonymous(Instant.now(), "GET " + target);
	}

	@Test
	void replayIsNotOfferedOverTls() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		assertThat(Replay.isPossible(request)).isTrue();
		request.setSecure(true);
		assertThat(Replay.isPossible(request)).isFalse();
	}

	/**
	 * A server that answers 204 and notes what it was asked for.
	 */
	private static final class Listener implements AutoCloseable {

		private final List<String> asked = new CopyOnWriteArrayList<>();

		private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);

		Listener() throws IOException {
			this.server.createContext("/", (exchange) -> {
				this.asked.add(exchange.getRequestURI().toString());
				exchange.sendResponseHeaders(204, -1);
				exchange.close();
			});
			this.server.start();
		}

		int port() {
			return this.server.getAddress().getPort();
		}

		List<String> asked() {
			return this.asked;
		}

		MockHttpServletRequest request() {
			MockHttpServletRequest request = new MockHttpServletRequest();
			request.setLocalAddr("127.0.0.1");
			request.setLocalPort(port());
			return request;
		}

		@Override
		public void close() {
			this.server.stop(0);
		}

	}

}
