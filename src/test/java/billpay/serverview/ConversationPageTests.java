package billpay.serverview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import billpay.session.SessionFingerprint;
import billpay.support.Browser;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page that shows a browser its conversation with the server.
 */
@Tag("session")
class ConversationPageTests extends OverHttp {

	private static final String PAGE = "/server-view";

	private static final Pattern TOLD = Pattern.compile("<h3[^>]*>\\d+\\. <code>([^<]*)</code> <small>");

	private static final Pattern NUMBERS = Pattern.compile("<article id=\"exchange-(\\d+)\"");

	private static final Pattern DRAWN = Pattern.compile("<text class=\"request\"[^>]*>([^<]*)<");

	private static final String SCRIPT = "<script src=\"/assets/conversation-[0-9a-f]+\\.js\" defer></script>";

	@Autowired
	private SessionRepository<? extends Session> sessions;

	private Customer customer;

	@BeforeAll
	void thereIsACustomer() {
		this.customer = newCustomer();
	}

	/** A browser that has signed in, looked a number up and filled the cart. */
	private HttpBrowser walk() {
		return walk(newBrowser());
	}

	private HttpBrowser walk(HttpBrowser browser) {
		browser.get("/login");
		browser.post("/login", "username", this.customer.name(), "password", this.customer.password());
		browser.follow();
		browser.post("/lookup", "phoneNumber", this.customer.number());
		browser.follow();
		browser.post("/cart/items", "addOn", "hotspot", "quantity", "1");
		browser.follow();
		return browser;
	}

	private Instant lastUsed(Browser browser) {
		return this.sessions.findById(browser.sessionId()).getLastAccessedTime();
	}

	private static List<String> all(Pattern pattern, Page page) {
		List<String> found = new ArrayList<>();
		Matcher matcher = pattern.matcher(page.body());
		while (matcher.find()) {
			found.add(matcher.group(1));
		}
		return found;
	}

	private static String article(Page page, int number) {
		return page.find("<article id=\"exchange-" + number + "\"(.*?)</article>");
	}

	private static String text(Page page, int number) {
		return HtmlUtils.htmlUnescape(article(page, number));
	}

	private static String curl(Page page, int number) {
		return HtmlUtils.htmlUnescape(page.find("<code class=\"curl\" id=\"curl-" + number + "\">(.*?)</code>"));
	}

	@Test
	void everyRequestOfTheWalkIsDrawnAndToldTheNewestFirst() {
		Page page = walk().get(PAGE);
		assertThat(all(TOLD, page)).containsExactly("GET /cart", "POST /cart/items", "GET /bill", "POST /lookup",
				"GET /lookup", "POST /login", "GET /login");
		assertThat(all(DRAWN, page)).isEqualTo(all(TOLD, page));
		assertThat(all(NUMBERS, page)).containsExactly("7", "6", "5", "4", "3", "2", "1");
		assertThat(text(page, 4)).contains("The form sent _csrf, phoneNumber.",
				"New in the session: phoneNumber is " + this.customer.number(), "303 See Other, with Location: /bill");
		assertThat(text(page, 6)).contains("New in the session: cart",
				"New in the session: message for the next page (flash attribute) FLASH_MAPS is notice=notice.added for /cart.");
		assertThat(text(page, 7))
			.contains("Removed from the session: message for the next page (flash attribute) FLASH_MAPS.");
	}

	@Test
	void theFirstRequestIsThereThoughItHadNoSession() {
		HttpBrowser browser = newBrowser();
		browser.get("/");
		Page page = browser.get(PAGE);
		assertThat(all(TOLD, page)).containsExactly("GET /");
		assertThat(text(page, 1)).contains("No cookie was sent.", "The session store was not asked.");
	}

	@Test
	void tenRequestsAreOnAPageAndTheirNumbersStay() {
		HttpBrowser browser = newBrowser();
		for (int i = 1; i <= 21; i++) {
			browser.get("/nowhere/" + i);
		}
		Page first = browser.get(PAGE);
		assertThat(all(NUMBERS, first)).containsExactly("21", "20", "19", "18", "17", "16", "15", "14", "13", "12");
		assertThat(text(first, 12)).contains("GET /nowhere/12");
		assertThat(first.find("<nav class=\"pages\"(.*?)</nav>")).contains("rel=\"next\" href=\"/server-view?page=2\"")
			.doesNotContain("rel=\"prev\"");
		Page second = browser.get(PAGE + "?page=2");
		assertThat(all(NUMBERS, second)).containsExactly("11", "10", "9", "8", "7", "6", "5", "4", "3", "2");
		assertThat(second.find("<nav class=\"pages\"(.*?)</nav>")).contains("href=\"/server-view\"",
				"href=\"/server-view?page=3\"");
		Page last = browser.get(PAGE + "?page=3");
		assertThat(all(TOLD, last)).containsExactly("GET /nowhere/1");
		assertThat(last.find("<nav class=\"pages\"(.*?)</nav>")).doesNotContain("rel=\"next\"");
		assertThat(last.body()).contains("href=\"/server-view?page=3&amp;lang=zh-TW\"");
	}

	@Test
	void theNumbersStayWhenTheBoundIsReached() {
		HttpBrowser browser = newBrowser();
		for (int i = 1; i <= 31; i++) {
			browser.get("/nowhere/" + i);
		}
		String last = browser.get(PAGE + "?page=3").find("<div class=\"diagram\"(.*?)</section>");
		assertThat(last).contains("id=\"exchange-2\"", "<p class=\"gap\">Request 1 is no longer kept.</p>")
			.doesNotContain("id=\"exchange-1\"");
		browser.get("/nowhere/32");
		Page page = browser.get(PAGE);
		assertThat(all(NUMBERS, page)).startsWith("32", "31").endsWith("23");
		assertThat(text(page, 31)).contains("GET /nowhere/31");
		assertThat(page.body()).doesNotContain("class=\"gap\"");
		assertThat(browser.get(PAGE + "?page=3").text()).contains("Requests 1 to 2 are no longer kept.");
		assertThat(browser.get(PAGE + "?page=3&lang=zh-TW").text()).contains("請求 1 到 2 已不再保留。");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "2", "99", "2147483647" })
	void aPageThatDoesNotExistIsNotFound(String number) {
		Page page = walk().get(PAGE + "?page=" + number);
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.text()).contains("This page of your conversation does not exist.");
	}

	@Test
	void missingRequestsAreMarkedAsAGap() {
		HttpBrowser browser = walk();
		browser.cookies().put("BILLPAY_SESSION", "0123456789abcdef0123456789abcdef");
		browser.get("/cart");
		browser.get("/");
		String list = browser.get(PAGE).find("<div class=\"diagram\"(.*?)</section>");
		assertThat(list.split("<p class=\"gap\">Requests are missing here: another node answered them", -1)).hasSize(2);
		assertThat(list.substring(0, list.indexOf("class=\"gap\""))).contains("id=\"exchange-8\"")
			.doesNotContain("id=\"exchange-7\"");
		assertThat(walk().get(PAGE).body()).doesNotContain("class=\"gap\"");
		assertThat(browser.get(PAGE + "?lang=zh-TW").text()).contains("這裡缺少一些請求");
	}

	@Test
	void aBalancerIsDrawnWhereARequestCameThroughOne() {
		HttpBrowser browser = newBrowser();
		browser.get("/login");
		assertThat(browser.get(PAGE).text()).doesNotContain("Balancer", "came through a proxy");
		browser.with("Via", "1.1 balancer");
		browser.get("/login");
		Page page = browser.get(PAGE);
		assertThat(page.body()).containsPattern("<text class=\"name\"[^>]*>Balancer<")
			.containsPattern("<text class=\"does\"[^>]*>1\\.1 balancer<");
		assertThat(text(page, 2)).contains("The request came through a proxy. Its header says Via: 1.1 balancer.");
		assertThat(text(page, 1)).doesNotContain("came through a proxy");
	}

	@Test
	void theRawRequestAndResponseAreThere() {
		HttpBrowser browser = newBrowser().with("Upgrade-Insecure-Requests", "1").with("X-Password", "secret");
		Page page = walk(browser).get(PAGE);
		String session = SessionFingerprint.of(browser.sessionId());
		assertThat(text(page, 4)).contains("POST /lookup HTTP/1.1\n", "Upgrade-Insecure-Requests: 1\n",
				"X-Password: …\n", "BILLPAY_SESSION=" + session, "\n\n_csrf=…&phoneNumber=…</code>",
				"HTTP/1.1 303 See Other\n", "Location: /bill\n", "X-Content-Type-Options: nosniff\n");
		assertThat(text(page, 2))
			.contains("Set-Cookie: BILLPAY_SESSION=" + session + "; Path=/; HttpOnly; SameSite=Lax");
		assertThat(text(page, 5)).contains("HTTP/1.1 200 OK\n", "The body is the page “Bill for");
		assertThat(page.text()).doesNotContain("secret\n");
	}

	@Test
	void theRequestCanBeCopiedAsACommandWithoutItsSecrets() {
		HttpBrowser browser = walk(newBrowser().with("Accept-Language", "en").with("X-Password", "secret"));
		Page page = browser.get(PAGE);
		assertThat(curl(page, 4)).startsWith("curl -i --globoff 'http://localhost:")
			.contains("/lookup' \\\n", "-H 'X-Password: <your X-Password>'", "-H 'Accept-Language: en'",
					"BILLPAY_SESSION=<your BILLPAY_SESSION>", "--data-urlencode 'phoneNumber=<your phoneNumber>'")
			.doesNotContain("#", "secret'", "Content-Length");
		assertThat(page.find("<main(.*)</main>")).contains("<p hidden class=\"copy\">", ">Copy as curl</button>")
			.containsPattern(SCRIPT);
	}

	@Test
	void pageSaysWhatIsRecordedAndForHowLong() {
		HttpBrowser browser = walk();
		assertThat(browser.get(PAGE).text())
			.contains("The latest 30 requests of this browser", "from its first request on",
					"kept for 60 minutes after the latest of them", "survive sign-out")
			.doesNotContain("before the first session");
		browser.post("/logout");
		assertThat(all(TOLD, browser.get(PAGE))).startsWith("POST /logout").contains("POST /lookup", "GET /login");
	}

	@Test
	void acrossTheChangeOfIdAtSignInTheConversationGoesOn() {
		HttpBrowser browser = newBrowser();
		browser.get("/login");
		String before = SessionFingerprint.of(browser.sessionId());
		Page page = walk(browser).get(PAGE);
		String after = SessionFingerprint.of(browser.sessionId());
		assertThat(after).isNotEqualTo(before);
		assertThat(all(TOLD, page)).endsWith("POST /login", "GET /login", "GET /login");
		assertThat(text(page, 1)).contains("The server saved a new session, " + before);
		assertThat(text(page, 3)).contains("The session got a new id: " + before + " became " + after,
				"New in the session: SPRING_SECURITY_CONTEXT is " + this.customer.name(), "BILLPAY_SESSION=" + after);
		assertThat(page.body()).contains("new id " + before + " → " + after, "<text class=\"set-cookie\"",
				"Set-Cookie: BILLPAY_SESSION=" + after);
		assertThat(text(page, 4)).contains("asked the session store for " + after + ". It was found.");
	}

	@Test
	@Tag("S15")
	void noSecretIsOnThePage() {
		HttpBrowser browser = newBrowser();
		browser.get("/login");
		String sessionBefore = browser.sessionId();
		String wordBefore = browser.cookies().get("BILLPAY_SERVER_VIEW");
		String tokenBefore = browser.token();
		walk(browser);
		browser.post("/server-view/experiments", "experiment", "replay", "next", "/cart");
		browser.get("/cart?_csrf=" + browser.token() + "&id=" + browser.sessionId());
		browser.with("X-Session", browser.sessionId()).with("User-Agent", browser.token());
		browser.get("/cart");
		for (String query : List.of("lang=en", "lang=zh-TW", "page=2")) {
			Page page = browser.get(PAGE + "?" + query);
			assertThat(page.status()).isEqualTo(200);
			String shown = page.body().replaceAll("<input type=\"hidden\"[^>]*>", "");
			assertThat(shown).doesNotContain(browser.sessionId(), sessionBefore, browser.token(), tokenBefore,
					browser.cookies().get("BILLPAY_SERVER_VIEW"), wordBefore, browser.cookies().get("BILLPAY_BROWSER"),
					this.customer.password());
		}
	}

	@Test
	void lookingIsNotRecordedChangesNothingAndProlongsNothing() {
		HttpBrowser browser = walk();
		Instant lastUsed = lastUsed(browser);
		Map<String, Object> attributes = sessionOf(browser);
		List<String> told = all(TOLD, browser.get(PAGE));
		Page again = browser.get(PAGE + "?lang=en");
		assertThat(all(TOLD, again)).isEqualTo(told);
		assertThat(lastUsed(browser)).isEqualTo(lastUsed);
		assertThat(sessionOf(browser)).usingRecursiveComparison().isEqualTo(attributes);
		assertThat(browser.get(PAGE).setCookies()).isEmpty();
		assertThat(again.text()).contains("Viewing this page is not recorded");
	}

	@Test
	void withoutASessionThePageSaysWhyItIsEmptyAndSetsNoCookie() {
		Page page = newBrowser().get(PAGE);
		assertThat(page.setCookies()).isEmpty();
		assertThat(page.text()).contains("Nothing has been recorded for this browser yet", "a form needs a CSRF token");
		assertThat(page.find("<main(.*)</main>")).doesNotContain("<svg", "<form", "<article")
			.contains("href=\"/login\"");
	}

	@Test
	void theSwitchOnThePageForgetsAndBeginsAnew() {
		HttpBrowser browser = walk();
		Page page = browser.get(PAGE);
		assertThat(page.find("<main(.*)</main>")).contains("name=\"on\" value=\"false\"", "Switch the server view off");
		assertThat(browser.post(PAGE, "on", "false", "next", PAGE).location()).isEqualTo(PAGE);
		Page off = browser.follow();
		assertThat(off.text()).contains("The server view is off for this browser");
		assertThat(off.find("<main(.*)</main>")).doesNotContain("<svg").contains("name=\"on\" value=\"true\"");
		browser.post(PAGE, "on", "true", "next", PAGE);
		browser.get("/cart");
		assertThat(all(TOLD, browser.get(PAGE))).startsWith("GET /cart").doesNotContain("GET /login");
	}

	@Test
	void oneBrowserDoesNotSeeTheConversationOfAnother() {
		HttpBrowser one = walk();
		HttpBrowser other = newBrowser();
		other.get("/login");
		assertThat(all(TOLD, other.get(PAGE))).containsExactly("GET /login");
		assertThat(all(TOLD, one.get(PAGE))).hasSize(7);
	}

	@Test
	void theLastPageAskedForAgainWithoutItsCookieStandsBesideTheFirstAnswer() {
		HttpBrowser browser = walk();
		browser.post("/server-view/experiments", "experiment", "replay", "next", "/cart");
		Page page = browser.follow();
		String[] answers = page.find("<section class=\"comparison\"(.*?)</section>").split("</article>");
		assertThat(answers[0]).contains("With its cookies", "GET /cart",
				"BILLPAY_SESSION=" + SessionFingerprint.of(browser.sessionId()), "200 OK", "Your cart",
				"The request lines are identical");
		assertThat(answers[1]).contains("Without cookies", "GET /cart", "none", "303 See Other",
				"Location: /login?next=");
		assertThat(page.body()).contains("<article id=\"exchange-8\" class=\"exchange experiment\"",
				"Experiment: Repeat the request without cookies");
	}

	@Test
	void aPageThatIsTheSameForEverybodyIsSaidToBe() {
		HttpBrowser browser = newBrowser();
		browser.get("/login");
		browser.get("/nowhere");
		browser.post("/server-view/experiments", "experiment", "replay", "next", "/nowhere");
		assertThat(browser.follow().text()).contains("Both responses have the same status and the same page");
	}

	@ParameterizedTest
	@Tag("I1")
	@ValueSource(strings = { "/nowhere/%3Cscript%3Ealert(1)%3C/script%3E", "/cart?name=%22%3E%3Csvg/onload=alert(1)",
			"/cart?name='&lang=$%7B7777*7777%7D", "/cart?name=__$%7B7777*7777%7D__::.x",
			"/cart?name=%7B0%7D&amp;%23%7Blayout.nav%7D", "/]]%3E--!%3E/title",
			"/nowhere/%E5%B8%B3%E2%80%AE%F0%9F%98%80?" + "%F0%9F%98%80" })
	void aHostileTargetIsText(String target) {
		HttpBrowser browser = walk();
		browser.get("/cart");
		String cookies = "Cookie: BILLPAY_SESSION=" + browser.sessionId() + "; BILLPAY_SERVER_VIEW="
				+ browser.cookies().get("BILLPAY_SERVER_VIEW") + "; \"><b>=1";
		raw().get(target, cookies, "User-Agent: '; touch x; '<script>alert(1)</script>${7777*7777}", "Referer: \"><b>",
				"X-A: \"><b>");
		Page page = browser.get(PAGE);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.find("<main(.*)</main>").replaceFirst(SCRIPT, ""))
			.doesNotContain("<script", "<svg/", "60481729", "<b>")
			.doesNotContainPattern("<[^>]*\\sonload");
	}

	@Test
	void aLongTargetIsCutInThePictureAndThereInItsTitle() {
		HttpBrowser browser = walk();
		String target = "/nowhere/" + "ab/".repeat(20);
		browser.get(target);
		Page page = browser.get(PAGE);
		assertThat(all(DRAWN, page)).first().asString().startsWith("GET /nowhere/ab/").endsWith("…");
		assertThat(page.body()).contains("<title>GET " + target + "</title>");
		assertThat(all(TOLD, page)).first().isEqualTo("GET " + target);
	}

	@Test
	void thePicturesHaveNamesAndCanBeScrolledWithTheKeyboard() {
		Page page = walk().get(PAGE);
		assertThat(page.find("(<div class=\"diagram\"[^>]*>)")).contains("role=\"region\"", "tabindex=\"0\"",
				"aria-labelledby=\"exchanges\"");
		assertThat(page.body()).contains("<h2 id=\"exchanges\"");
		assertThat(article(page, 3)).contains("<svg role=\"img\" aria-label=\"Sequence diagram of request 3.",
				"<summary>Description</summary>", "<summary>Raw</summary>");
	}

	@Test
	void thePageIsThereInChineseToo() {
		HttpBrowser browser = walk(newBrowser().with("Accept-Language", "zh-TW"));
		Page page = browser.get(PAGE);
		assertThat(page.text()).contains("您與伺服器的對話", "您的瀏覽器", "工作階段儲存區", "同一個工作階段換了識別碼。", "文字說明",
				"工作階段新增：phoneNumber 是", "關閉伺服器視角", "請求與回應，最新的在最前面", "原始內容", "複製為 curl");
		assertThat(text(page, 4)).contains("POST /lookup HTTP/1.1", "HTTP/1.1 303 See Other", "Location: /bill");
		assertThat(newBrowser().with("Accept-Language", "zh-TW").get(PAGE).text()).contains("還沒有任何記錄", "表單需要 CSRF 權杖");
	}

}
