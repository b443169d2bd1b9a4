package billpay.serverview;

import java.time.Clock;
import java.time.Duration;

import billpay.serverview.conversation.ConversationRepository;
import billpay.serverview.exchange.Experiment;
import billpay.serverview.recording.ExchangeRecorder;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import billpay.web.CookieDefinition;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server view is on or off, as each browser likes it.
 */
class ServerViewSwitchTests extends OverHttp {

	private static final String COOKIE = "BILLPAY_SERVER_VIEW";

	@Autowired
	private ConversationRepository conversations;

	@Autowired
	private FilterRegistrationBean<?> exchangeRecordingFilter;

	private Customer customer;

	@BeforeAll
	void aCustomer() {
		this.customer = newCustomer();
	}

	private HttpBrowser browser() {
		HttpBrowser browser = sameSession(this.customer.browser());
		browser.get("/cart");
		return browser;
	}

	private int recordedOf(String token) {
		return this.conversations.find(token).exchanges().size();
	}

	@Test
	void browserWithASessionIsIssuedATokenOnce() {
		HttpBrowser browser = newBrowser();
		Page page = browser.get("/login");
		assertThat(page.setCookie(COOKIE))
			.matches(COOKIE + "=[A-Za-z0-9_-]{32}; Path=/; Max-Age=31536000; Expires=[^;]+; HttpOnly; SameSite=Lax");
		assertThat(browser.get("/login").setCookie(COOKIE)).isEmpty();
		assertThat(recordedOf(browser.cookies().get(COOKIE))).isEqualTo(2);
	}

	@Test
	void buttonOfThePageSwitchesTheServerViewOffAndOn() {
		HttpBrowser browser = browser();
		String token = browser.cookies().get(COOKIE);
		Page on = browser.get("/cart");
		assertThat(SeenPane.isOn(on)).isTrue();
		assertThat(on.find("(<form action=\"/server-view\".*?</form>)")).contains("name=\"on\" value=\"false\"",
				"name=\"next\" value=\"/cart\"", "aria-pressed=\"true\"");

		Page answer = browser.post("/server-view", "on", "false", "next", "/cart");
		assertThat(answer.status()).isEqualTo(303);
		assertThat(answer.location()).isEqualTo("/cart");
		assertThat(answer.setCookie(COOKIE))
			.matches(COOKIE + "=off; Path=/; Max-Age=31536000; Expires=[^;]+; HttpOnly; SameSite=Lax");
		Page off = browser.follow();
		assertThat(SeenPane.isOn(off)).isFalse();
		assertThat(off.body()).doesNotContain("server-view.js", "class=\"watched\"");
		assertThat(off.find("(<form action=\"/server-view\".*?</form>)")).contains("name=\"on\" value=\"true\"",
				"aria-pressed=\"false\"");
		assertThat(recordedOf(token)).isZero();

		browser.post("/server-view", "on", "true", "next", "/cart");
		assertThat(SeenPane.isOn(browser.follow())).isTrue();
		assertThat(browser.cookies().get(COOKIE)).hasSize(32).isNotEqualTo(token);
	}

	@Test
	void whileItIsOffNothingIsRecordedOnAnyPage() {
		HttpBrowser browser = browser();
		String token = browser.cookies().get(COOKIE);
		browser.post("/server-view", "on", "false");
		for (String path : new String[] { "/", "/cart", "/lookup", "/payments", "/cookies", "/nowhere", "/instructor",
				"/server-view" }) {
			assertThat(SeenPane.isOn(browser.get(path))).as(path).isFalse();
		}
		browser.post("/lookup", "phoneNumber", this.customer.number());
		assertThat(recordedOf(token)).isZero();
		assertThat(recordedOf("off")).isZero();
	}

	@Test
	void whileItIsOffNobodyWatches() throws Exception {
		assertThat(isWatched("off")).isFalse();
		assertThat(isWatched("w".repeat(32))).isTrue();
	}

	private boolean isWatched(String choice) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/cart");
		request.setServletPath("/cart");
		request.setCookies(new Cookie(COOKIE, choice));
		this.exchangeRecordingFilter.getFilter()
			.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
		return ExchangeRecorder.of(request) != null;
	}

	@Test
	void offOutlivesSigningInAndOut() {
		HttpBrowser browser = newBrowser();
		browser.get("/login");
		browser.post("/server-view", "on", "false", "next", "/login");
		browser.signIn("phil", "pay-my-bill");
		assertThat(browser.cookies()).containsEntry(COOKIE, "off");
		browser.post("/logout");
		assertThat(SeenPane.isOn(browser.follow())).isFalse();
		browser.get("/login");
		assertThat(browser.cookies()).containsEntry(COOKIE, "off");
	}

	@Test
	void serverViewStaysOnAtLoginWithANewToken() {
		HttpBrowser browser = newBrowser();
		browser.get("/login");
		String before = browser.cookies().get(COOKIE);
		Page answer = browser.post("/login", "username", "phil", "password", "pay-my-bill");
		assertThat(answer.setCookies().stream().filter((cookie) -> cookie.startsWith(COOKIE))).hasSize(1);
		assertThat(browser.cookies().get(COOKIE)).hasSize(32).isNotEqualTo(before);
		assertThat(recordedOf(before)).isZero();
		assertThat(recordedOf(browser.cookies().get(COOKIE))).isEqualTo(2);
		assertThat(SeenPane.on(browser.follow()).exchanges()).hasSize(2);
	}

	@Test
	void switchingOnTwiceKeepsTheToken() {
		HttpBrowser browser = browser();
		assertThat(browser.post("/server-view", "on", "true").setCookies()).isEmpty();
	}

	@Test
	@Tag("C1")
	void switchAndExperimentsRequireTheCsrfToken() {
		for (String form : new String[] { "on=false", "on=true", "" }) {
			Page refused = browser().send("POST", "/server-view", form);
			assertThat(refused.status()).as(form).isEqualTo(403);
			assertThat(refused.setCookie(COOKIE)).as(form).isEmpty();
		}
		for (Experiment experiment : Experiment.values()) {
			HttpBrowser browser = browser();
			Page refused = browser.send("POST", "/server-view/experiments",
					"experiment=" + experiment.key() + "&attribute=phoneNumber&next=/");
			assertThat(refused.status()).as(experiment.key()).isEqualTo(403);
			assertThat(refused.setCookies()).as(experiment.key()).isEmpty();
			assertThat(browser.get("/cart").status()).as(experiment.key()).isEqualTo(200);
		}
		Page stranger = newBrowser().send("POST", "/server-view", "on=false");
		assertThat(stranger.status()).isEqualTo(403);
		assertThat(stranger.setCookie(COOKIE)).isEmpty();
	}

	@Test
	@Tag("C2")
	void askingForItSwitchesNothingAndTriesNothing() {
		HttpBrowser browser = browser();
		for (String query : new String[] { "", "?on=false", "?on=true", "?next=/cart" }) {
			Page page = browser.get("/server-view" + query);
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.setCookies()).isEmpty();
		}
		for (Experiment experiment : Experiment.values()) {
			Page page = browser.get("/server-view/experiments?experiment=" + experiment.key());
			assertThat(page.status()).isEqualTo(405);
			assertThat(page.setCookies()).isEmpty();
		}
		assertThat(SeenPane.isOn(browser.get("/cart"))).isTrue();
	}

	@ParameterizedTest
	@Tag("I6")
	@ValueSource(strings = { "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)",
			"/%2F/evil.example", "/cart\r\nX-Evil: 1", "evil.example", "/@evil.example", "/a/../../evil", "" })
	void switchNeverRedirectsToAnotherSite(String next) {
		HttpBrowser browser = browser();
		Page switched = browser.post("/server-view", "on", "true", "next", next);
		assertThat(switched.location()).isEqualTo("/server-view");
		assertThat(switched.headers()).doesNotContainKey("x-evil");
		Page tried = browser.post("/server-view/experiments", "experiment", "forget-cookie", "next", next);
		assertThat(tried.location()).isEqualTo("/#experiment");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "theme", "FORGET_COOKIE", "replay ", "<script>" })
	void thereIsNoOtherExperiment(String name) {
		HttpBrowser browser = browser();
		Page page = browser.post("/server-view/experiments", "experiment", name, "next", "/cart");
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.setCookies()).isEmpty();
		assertThat(page.body()).doesNotContain("<script>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "OFF", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "../../../../../../../../etc/pass" })
	void aCookieThatMakesNoSenseIsAsNone(String value) {
		HttpBrowser browser = browser();
		browser.cookies().put(COOKIE, value);
		Page page = browser.get("/cart");
		assertThat(SeenPane.isOn(page)).isTrue();
		assertThat(page.setCookie(COOKIE)).isNotEmpty();
		assertThat(recordedOf(value)).isZero();
	}

	@Test
	void whetherItIsOnForWhoHasNotChosenIsASetting() {
		CookieDefinition known = new CookieDefinition(COOKIE, "server-view", Duration.ofDays(365), "/", false, true,
				"Lax", true);
		ServerViewProperties properties = new ServerViewProperties(false, 30, 200, DataSize.ofMegabytes(48),
				Duration.ofMinutes(5), true);
		ServerViewCookie cookie = new ServerViewCookie(known, known,
				new TakeoverRepository(properties, Clock.systemUTC()), properties);
		MockHttpServletRequest request = new MockHttpServletRequest();
		assertThat(cookie.read(request)).isEqualTo(new ServerViewCookie.Choice(false, null, null));
		request.setCookies(new Cookie(COOKIE, "nonsense"));
		assertThat(cookie.read(request).on()).isFalse();
		request.setCookies(new Cookie(COOKIE, "A".repeat(32)));
		assertThat(cookie.read(request)).isEqualTo(new ServerViewCookie.Choice(true, "A".repeat(32), "A".repeat(32)));
	}

}
