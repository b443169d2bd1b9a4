package billpay.serverview;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The last page asked for again by somebody without a cookie, over real HTTP.
 */
class ReplayTests extends OverHttp {

	@Autowired
	private Conversations conversations;

	@Autowired
	private Replay replay;

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

	private Replay.Comparison comparison(HttpBrowser browser) {
		return this.conversations.of(browser.cookies().get("BILLPAY_SERVER_VIEW")).replay();
	}

	@Test
	void theSameRequestWithoutACookieIsAnotherPersons() {
		HttpBrowser browser = browser();
		assertThat(browser.get("/bill").status()).isEqualTo(200);
		assertThat(tryIt(browser).location()).isEqualTo("/server-view");
		Replay.Comparison comparison = comparison(browser);
		assertThat(comparison.with().request().what()).isEqualTo("GET /bill");
		assertThat(comparison.with().answer().status()).isEqualTo(200);
		assertThat(comparison.with().user()).isEqualTo(this.customer.name());
		Page stranger = newBrowser().get("/bill");
		assertThat(comparison.without().status()).isEqualTo(stranger.status()).isEqualTo(303);
		assertThat(comparison.without().location()).isEqualTo(stranger.location());
		assertThat(comparison.without().setCookies()).isEmpty();
	}

	@Test
	@Tag("C9")
	void noRequestLineLeadsItToAnotherHost() {
		HttpBrowser browser = browser();
		String cookies = "Cookie: BILLPAY_SERVER_VIEW=" + browser.cookies().get("BILLPAY_SERVER_VIEW");
		for (String target : List.of("@localhost:1/x", "0/x", ".evil.example/x", ":1@localhost/x")) {
			raw().get(target, cookies);
			tryIt(browser);
			assertThat(comparison(browser).with().request().target()).as(target).isEqualTo("/bill");
			assertThat(comparison(browser).without().status()).as(target).isEqualTo(303);
		}
	}

	@Test
	void aPageThatIsForEverybodyIsAPageForThemToo() {
		HttpBrowser browser = browser().with("Accept-Language", "zh-TW");
		browser.get("/cookies");
		tryIt(browser);
		Exchange.Answer without = comparison(browser).without();
		assertThat(without.status()).isEqualTo(200);
		assertThat(without.title())
			.isEqualTo(newBrowser().with("Accept-Language", "zh-TW").get("/cookies").find("<h1[^>]*>([^<]*)</h1>"));
	}

	@Test
	void whatIsSetForTheOtherIsToldAndNotSetHere() {
		HttpBrowser browser = newBrowser();
		browser.get("/login");
		Page answer = tryIt(browser);
		assertThat(answer.setCookies()).isEmpty();
		assertThat(comparison(browser).without().setCookies()).extracting(SetCookie::name).contains("BILLPAY_SESSION");
		assertThat(comparison(browser).without().setCookies().toString()).doesNotContain(browser.sessionId());
	}

	@Test
	void itChangesNothingOfWhoeverTriesIt() {
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
	void whoHasAskedForNoPageIsToldSo() {
		HttpBrowser browser = browser();
		browser.cookies().remove("BILLPAY_SERVER_VIEW");
		assertThat(tryIt(browser).location()).isEqualTo("/server-view?notice=nothing-to-replay");
		Page page = browser.follow();
		assertThat(page.text()).contains("There is no request to send again");
		assertThat(page.body()).doesNotContain("class=\"explained\"");
	}

	@Test
	void theAddressIsTheServersOwnWhateverTheClientCallsIt() {
		Exchange page = Exchanges.stranger(Instant.now(), "GET /bill");
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addHeader("Host", "evil.example");
		request.setServerName("evil.example");
		request.setLocalAddr("127.0.0.1");
		request.setLocalPort(1);
		assertThat(this.replay.of(page, request, Locale.ENGLISH)).isNull();
	}

	@Test
	void overTlsItIsNotTried() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		assertThat(Replay.isPossible(request)).isTrue();
		request.setSecure(true);
		assertThat(Replay.isPossible(request)).isFalse();
	}

}
