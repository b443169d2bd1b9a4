package billpay.serverview.pane;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import billpay.session.SessionFingerprint;
import billpay.support.CardFixture;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the pane says at the moments that a class waits for: when cookies are blocked,
 * after a cookie was forgotten, before a session expires.
 */
@Tag("session")
class PaneMomentsTests extends OverHttp {

	private static final String BLOCKED = "your browser seems to block them";

	private Customer customer;

	@BeforeAll
	void aCustomer() {
		this.customer = newCustomer();
	}

	private HttpBrowser browser() {
		HttpBrowser browser = newBrowser();
		browser.signIn(this.customer.name(), this.customer.password());
		return browser;
	}

	private static String pane(Page page) {
		return page.find("(<aside class=\"server-view\".*?</aside>)");
	}

	private static String orphan(Page page) {
		return page.find("<p class=\"orphan\">(.*?)</p>");
	}

	private static void tryIt(HttpBrowser browser, String experiment) {
		browser.post("/server-view/experiments", "experiment", experiment, "next", "/cart");
	}

	@Test
	void experimentsAndTheirResultsStandAboveTheRequests() {
		HttpBrowser browser = browser();
		tryIt(browser, "change-id");
		String pane = pane(browser.follow());
		List<String> order = Pattern
			.compile("id=\"experiment\"|class=\"experiments\"|class=\"exchange\"|class=\"attributes\"")
			.matcher(pane)
			.results()
			.map((found) -> found.group())
			.toList();
		assertThat(order).containsExactly("id=\"experiment\"", "class=\"experiments\"", "class=\"exchange\"",
				"class=\"exchange\"", "class=\"attributes\"");
		assertThat(pane).contains("<details class=\"fold\" open=\"open\">", "Location: /cart#experiment");
		assertThat(pane(browser.get("/cart"))).contains("<details class=\"fold\">").doesNotContain("id=\"experiment\"");
	}

	@Test
	void blockingCookiesIsExplainedWithoutASessionToo() {
		for (Page page : List.of(newBrowser().get("/"), browser().get("/cart"))) {
			assertThat(pane(page)).contains("Block the cookie", "Chrome: ", "\nFirefox: ", "\nSafari: ");
		}
	}

	@Test
	void requestFromOurPageWithoutOurCookiesSeemsToBlockCookies() {
		HttpBrowser blocking = newBrowser().with("Referer", "/login");
		for (String path : List.of("/", "/login", "/nowhere")) {
			blocking.cookies().clear();
			blocking.cookies().put("theme", "of-another-program");
			assertThat(pane(blocking.get(path))).as(path).contains("<p class=\"blocked\">", BLOCKED);
		}
		blocking.cookies().clear();
		assertThat(pane(blocking.post("/login", "username", "mark"))).contains(BLOCKED);
	}

	@Test
	void requestFromElsewhereOrWithACookieDoesNotSeemToBlockCookies() {
		assertThat(pane(newBrowser().get("/"))).doesNotContain("class=\"blocked\"");
		for (String referer : List.of("https://shop.example/", "about:blank", "")) {
			assertThat(pane(newBrowser().with("Referer", referer).get("/"))).doesNotContain("class=\"blocked\"");
		}
		for (String page : List.of("/server-view", "/server-view?page=1")) {
			assertThat(pane(newBrowser().with("Referer", page).get("/"))).as("sets no cookie")
				.doesNotContain("class=\"blocked\"");
		}
		HttpBrowser browser = newBrowser().with("Referer", "/login");
		browser.cookies().put("BILLPAY_LANGUAGE", "en");
		assertThat(pane(browser.get("/"))).doesNotContain("class=\"blocked\"");
	}

	@Test
	void aForgottenCookieLeavesItsSessionInTheStoreAndThePaneSaysHowLong() {
		HttpBrowser browser = browser();
		String fingerprint = SessionFingerprint.of(browser.sessionId());
		tryIt(browser, "forget-cookie");
		browser.follow();
		for (Page page : List.of(browser.follow(), browser.get("/"), browser.get("/login"),
				browser.get("/server-view"))) {
			assertThat(orphan(page)).contains("Session " + fingerprint + " is still in the session store")
				.containsPattern("<b class=\"left\" data-seconds=\"1[78][0-9]{2}\" data-over=\"The time of session "
						+ fingerprint + " is over[^\"]*\">(30:00|29:5[0-9])</b>");
		}
		browser.signIn(this.customer.name(), this.customer.password());
		assertThat(orphan(browser.get("/cart"))).contains(fingerprint);
		assertThat(SessionFingerprint.of(browser.sessionId())).isNotEqualTo(fingerprint);
	}

	@Test
	void aSessionThatWasEndedIsNoOrphan() {
		for (String experiment : List.of("forget-session", "expire", "change-id")) {
			HttpBrowser browser = browser();
			tryIt(browser, experiment);
			browser.follow();
			assertThat(pane(browser.get("/"))).as(experiment).doesNotContain("class=\"orphan\"");
		}
		HttpBrowser browser = browser();
		browser.post("/logout");
		assertThat(pane(browser.follow())).doesNotContain("class=\"orphan\"");
	}

	@Test
	void theTextsForTheEndOfTheSessionAreReadyInBothLanguages() {
		HttpBrowser browser = browser();
		assertThat(pane(browser.get("/cart"))).containsPattern("data-seconds=\"1[78][0-9]{2}\""
				+ " data-warning=\"This session expires in less than a minute[^\"]*\" data-over=\"The session is over\\."
				+ " Your next click will be that of a visitor without a session\\.\"");
		assertThat(pane(browser.get("/cart?lang=zh-TW"))).contains("data-over=\"工作階段已結束。",
				"data-warning=\"這個工作階段不到一分鐘");
		assertThat(pane(newBrowser().get("/"))).doesNotContain("data-warning");
	}

	@Test
	void afterTheSessionIsDeletedTheChangesAreThoseOfTheNewOne() {
		HttpBrowser browser = browser();
		tryIt(browser, "forget-session");
		browser.follow();
		String attributes = pane(browser.follow()).replaceAll("(?s).*<section class=\"attributes\">|</section>.*", "");
		assertThat(attributes).contains(SessionFingerprint.of(browser.sessionId()), "CSRF_TOKEN", "set by GET /login")
			.doesNotContain("/server-view/experiments");
	}

	@Test
	void aRepeatedPaymentNamesTheCartAndThePaymentThatHasIt() {
		Customer payer = newCustomer();
		HttpBrowser browser = payer.browser();
		browser.post("/lookup", "phoneNumber", payer.number());
		browser.post("/cart/items", "addOn", "hotspot", "quantity", "1");
		String cart = browser.get("/checkout").find("name=\"cart\" value=\"([^\"]+)\"");
		String[] form = { "cart", cart, "cardholder", "A. Customer", "cardNumber", GOOD_CARD, "expiry",
				CardFixture.EXPIRY, "cvc", "123" };
		String receipt = browser.post("/checkout", form).location();
		assertThat(pane(browser.follow())).contains("cart=" + cart).doesNotContain("paid-already\"");
		browser.post("/checkout", form);
		Page again = browser.follow();
		assertThat(pane(again)).contains("<p class=\"paid-already\">Nothing has been charged again. The form sent cart="
				+ cart + ": the id of a cart that payment " + receipt.replaceFirst(".*/", "") + " has paid already");
		String raw = browser.get("/server-view").body();
		assertThat(raw).contains("&amp;cart=" + cart + "&amp;", "--data-urlencode &#39;cart=" + cart + "&#39;")
			.doesNotContain("4242424242424242", GOOD_CARD);
	}

	@Test
	void chineseWordsAreNotJoinedByPunctuationOfOtherScripts() {
		HttpBrowser browser = browser();
		browser.get("/cart?lang=zh-TW");
		browser.post("/lookup", "phoneNumber", this.customer.number());
		Page page = browser.follow();
		assertThat(pane(page)).doesNotContainPattern("[\\p{IsHan}」）] ?[,;:.()]|[,;:(] ?[\\p{IsHan}「（]")
			.contains("（暫時）", "，剩餘", "，然後");
		assertThat(browser.get("/server-view").text()).contains("（暫時）", "開發者工具", "請左右捲動");
	}

	@Test
	void cookiesAndFieldsThatAreNotShownAreCounted() {
		HttpBrowser browser = browser();
		for (int i = 0; browser.cookies().size() < 15; i++) {
			browser.cookies().put("other" + i, "v");
		}
		String[] fields = IntStream.range(0, 24).mapToObj((i) -> "field" + i).toArray(String[]::new);
		assertThat(pane(browser.post("/lookup", fields))).containsPattern("<dd class=\"sent\">[^<]*\nand 3 more</dd>")
			.containsPattern("<dd class=\"fields\">[^<]* and 3 more</dd>");
		String page = browser.get("/server-view").body();
		assertThat(page).containsPattern("Cookie: [^\n]*; … \\(3 more cookies\\)\n")
			.contains("; &lt;3 more cookies&gt;&#39;");
		assertThat(pane(browser.get("/cart?lang=zh-TW"))).containsPattern("<dd class=\"sent\">[^<]*\n還有 3 項</dd>");
	}

	@Test
	void protocolTextIsNotTranslated() {
		HttpBrowser browser = browser();
		browser.get("/cart?lang=zh-TW");
		browser.post("/lookup", "phoneNumber", this.customer.number());
		String page = pane(browser.follow());
		assertThat(page).contains("303 See Other", "Location: /bill", "200 OK", "POST /lookup → Location: /bill");
		String login = pane(newBrowser().with("Accept-Language", "zh-TW").get("/login"));
		assertThat(login).contains("Set-Cookie: BILLPAY_SESSION=", ">HttpOnly: ", ">SameSite=Lax: ", ">Path=/: ",
				">Max-Age=31536000: ");
	}

}
