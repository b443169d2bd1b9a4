package billpay.cookies;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import billpay.session.SessionFingerprint;
import billpay.support.Browser;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page that shows a browser its cookies and lets it forget them.
 */
class CookiePageTests extends OverHttp {

	private static final String SENT = "<strong>Sent with this request.</strong>";

	private static final String NOT_SENT = "<strong>Not sent with this request.</strong>";

	private HttpBrowser mark() {
		HttpBrowser browser = newBrowser();
		CookieTruth.giveEveryCookie(browser, "mark", "pay-my-bill");
		return browser;
	}

	private static String card(Page page, String name) {
		return CookieTruth.cards(page).get(name);
	}

	@Test
	void everyPageLinksToIt() {
		for (String path : List.of("/", "/login", "/nowhere", "/cookies")) {
			assertThat(newBrowser().get(path).find("<footer(.*?)</footer>")).contains("href=\"/cookies\"");
		}
	}

	@Test
	void theTwoKindsStandSideBySideInThisOrder() {
		Page page = newBrowser().get("/cookies");
		assertThat(page.text()).containsSubsequence("Temporary", "BILLPAY_SESSION", "Long-lived", "BILLPAY_VISITOR",
				"BILLPAY_BROWSER", "BILLPAY_LANGUAGE");
	}

	@Test
	void aStrangerHasSentNothing() {
		Page page = newBrowser().get("/cookies");
		assertThat(CookieTruth.cards(page).values()).allSatisfy((card) -> assertThat(card).contains(NOT_SENT));
		assertThat(page.text()).contains("No cookie was sent.");
		assertThat(page.body()).doesNotContain("<form", "?buttons");
	}

	@Test
	void theSessionAndTheBrowserAreShownByTheirFingerprintsTheOthersAsTheyAre() {
		HttpBrowser mark = mark();
		Page page = mark.get("/cookies");
		Function<String, String> sent = mark.cookies()::get;
		assertThat(card(page, "BILLPAY_SESSION"))
			.contains("<code>" + SessionFingerprint.of(sent.apply("BILLPAY_SESSION")) + "</code>");
		assertThat(card(page, "BILLPAY_BROWSER"))
			.contains("<code>" + SessionFingerprint.of(sent.apply("BILLPAY_BROWSER")) + "</code>");
		assertThat(card(page, "BILLPAY_VISITOR")).contains("<code>" + sent.apply("BILLPAY_VISITOR") + "</code>");
		assertThat(card(page, "BILLPAY_LANGUAGE")).contains("<code>en</code>");
	}

	@Test
	@Tag("S15")
	void sessionIdAndServerViewTokenAreOnNoCookiePage() {
		for (String language : List.of("en", "zh-TW")) {
			HttpBrowser mark = mark();
			for (Page page : List.of(mark.get("/cookies?lang=" + language), mark.get("/cookies?buttons"),
					mark.post("/cookies/forget", "name", "BILLPAY_LANGUAGE"), mark.follow(),
					mark.post("/cookies/forget", "name", mark.sessionId()),
					mark.get("/cookies?lang=" + mark.sessionId()))) {
				assertThat(page.body()).doesNotContain(mark.sessionId(), mark.cookies().get("BILLPAY_BROWSER"));
				assertThat(page.location()).doesNotContain(mark.sessionId());
			}
		}
	}

	@Test
	@Tag("S13")
	void lookingBeginsNoSessionWhateverCookiesABrowserHas() {
		for (String cookie : List.of("", "BILLPAY_SESSION=made-up", "BILLPAY_VISITOR=mark/2026-11-21T10:00:00Z",
				"BILLPAY_LANGUAGE=en; theme=dark")) {
			for (String path : List.of("/cookies", "/cookies?page=2", "/cookies/forget")) {
				assertThat(raw().get(path, "Cookie: " + cookie).setCookies()).as(path + " " + cookie)
					.allMatch((set) -> set.startsWith("BILLPAY_SERVER_VIEW="));
			}
		}
		assertThat(newBrowser().get("/cookies?buttons").setCookies())
			.allMatch((set) -> set.startsWith("BILLPAY_SERVER_VIEW="));
	}

	@Test
	void askingForTheButtonsCreatesASessionAndSaysSo() {
		HttpBrowser browser = newBrowser();
		browser.cookies().put("BILLPAY_VISITOR", "mark/2026-11-21T10:00:00Z");
		Page without = browser.get("/cookies");
		assertThat(without.body()).doesNotContain("<form");
		assertThat(without.text()).contains("viewing this page does not create a session");
		Page with = browser.get(without.find("href=\"(/cookies\\?buttons)\""));
		assertThat(with.setCookie("BILLPAY_SESSION")).isNotEmpty();
		assertThat(with.text()).contains("A session has just been created").doesNotContain("does not create a session");
		assertThat(card(with, "BILLPAY_SESSION")).contains(NOT_SENT).doesNotContain("<form");
		assertThat(card(with, "BILLPAY_VISITOR")).contains("<form");
		browser.post("/cookies/forget", "name", "BILLPAY_VISITOR");
		assertThat(browser.cookies()).containsOnlyKeys("BILLPAY_SESSION", "BILLPAY_SERVER_VIEW");
		Page after = browser.follow();
		assertThat(after.notice()).isEqualTo("Your browser has been told to delete the cookie.");
		assertThat(card(after, "BILLPAY_SESSION")).contains(SENT, "<form");
	}

	@Test
	void nothingOfItIsKeptInTheSession() {
		Customer customer = newCustomer();
		customer.fillCart(newBill(customer.number(), "12.00"));
		HttpBrowser browser = customer.browser();
		browser.get("/cart");
		Map<String, Object> before = sessionOf(browser);
		assertThat(before).containsKeys("cart", "phoneNumber");
		browser.get("/cookies");
		browser.get("/cookies?buttons");
		browser.post("/cookies/forget", "name", "BILLPAY_BROWSER");
		browser.follow();
		browser.post("/cookies/forget", "name", "theme");
		assertThat(sessionOf(browser)).isEqualTo(before);
	}

	@Test
	void theBrowserForgetsTheSessionsCookieAndTheServerKeepsTheSession() {
		HttpBrowser mark = mark();
		mark.get("/cookies");
		HttpBrowser before = sameSession(mark);
		Page answer = mark.post("/cookies/forget", "name", "BILLPAY_SESSION");
		assertThat(answer.status()).isEqualTo(303);
		assertThat(answer.setCookies()).singleElement()
			.asString()
			.startsWith("BILLPAY_SESSION=;")
			.contains("Max-Age=0", "Path=/", "HttpOnly");
		assertThat(mark.cookies()).doesNotContainKey("BILLPAY_SESSION");
		Page page = mark.follow();
		assertThat(page.setCookies()).isEmpty();
		assertThat(page.text()).contains("viewing this page does not create");
		assertThat(card(page, "BILLPAY_SESSION")).contains(NOT_SENT);
		assertThat(mark.get("/cart").location()).isEqualTo("/login?next=%2Fcart");
		assertThat(before.get("/cart").status()).isEqualTo(200);
		assertThat(mark.signIn("mark", "pay-my-bill").get("/cookies").status()).isEqualTo(200);
	}

	@Test
	void aFormOfTheForgottenSessionLeadsToTheSignInPage() {
		HttpBrowser mark = mark();
		mark.get("/cookies");
		mark.post("/cookies/forget", "name", "BILLPAY_SESSION");
		assertThat(mark.post("/lookup", "phoneNumber", "1").location()).startsWith("/login");
		assertThat(mark.follow().status()).isEqualTo(200);
	}

	@Test
	void theCookieOfASessionThatIsNoMoreSaysSo() {
		HttpBrowser browser = newBrowser();
		browser.cookies().put("BILLPAY_SESSION", "of-yesterday");
		assertThat(card(browser.get("/cookies"), "BILLPAY_SESSION")).contains(SENT,
				"The server has no session with this id.");
		Page begun = browser.get("/cookies?buttons");
		assertThat(begun.setCookie("BILLPAY_SESSION")).isNotEmpty();
		browser.post("/cookies/forget", "name", "BILLPAY_SESSION");
		assertThat(browser.cookies()).containsOnlyKeys("BILLPAY_SERVER_VIEW");
	}

	@ParameterizedTest
	@ValueSource(strings = { "BILLPAY_BROWSER", "BILLPAY_LANGUAGE" })
	void theBrowserForgetsALongLivedCookie(String name) {
		HttpBrowser mark = mark();
		mark.get("/cookies");
		Page answer = mark.post("/cookies/forget", "name", name);
		assertThat(answer.location()).isEqualTo("/cookies");
		assertThat(mark.cookies()).doesNotContainKey(name);
		assertThat(card(mark.follow(), name)).contains(NOT_SENT).doesNotContain("<form");
		assertThat(mark.get("/cart").status()).isEqualTo(200);
	}

	@Test
	void theVisitorCookieComesAgainWhileOneIsSignedInAndThePageSaysSo() {
		HttpBrowser mark = mark();
		String saysSo = "While you are signed in, the next page sets it again";
		assertThat(card(mark.get("/cookies"), "BILLPAY_VISITOR")).contains(saysSo);
		mark.post("/cookies/forget", "name", "BILLPAY_VISITOR");
		assertThat(mark.cookies()).doesNotContainKey("BILLPAY_VISITOR");
		Page page = mark.follow();
		assertThat(card(page, "BILLPAY_VISITOR")).contains(NOT_SENT, "This response sets it");
		assertThat(page.setCookie("BILLPAY_VISITOR")).startsWith("BILLPAY_VISITOR=mark/");
		mark.get("/cookies");
		mark.post("/logout");
		mark.get("/cookies?buttons");
		mark.post("/cookies/forget", "name", "BILLPAY_VISITOR");
		assertThat(mark.follow().setCookies()).isEmpty();
		assertThat(mark.get("/").text()).doesNotContain("Welcome back");
	}

	@Test
	void aLanguageThatIsChosenOnThePageIsSetByIt() {
		HttpBrowser browser = newBrowser();
		assertThat(card(browser.get("/cookies?lang=zh-TW"), "BILLPAY_LANGUAGE")).contains("這個回應會設定它");
		assertThat(card(browser.get("/cookies"), "BILLPAY_LANGUAGE")).contains("<code>zh-TW</code>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "theme", "billpay_session", "BILLPAY_SESSION ", "__Host-BILLPAY_SESSION",
			"BILLPAY_SESSION=x; Domain=evil", "<script>alert(1)</script>", "x\r\nSet-Cookie: a=b" })
	void noOtherCookieIsForgotten(String name) {
		HttpBrowser mark = mark();
		mark.get("/cookies");
		Page answer = mark.post("/cookies/forget", "name", name);
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.setCookies()).isEmpty();
		assertThat(answer.text()).contains("BillPay sets no cookie with this name.");
		assertThat(answer.body()).doesNotContain("<script>");
		assertThat(answer.withoutServerView().body()).doesNotContain("<script");
		assertThat(mark.post("/cookies/forget").status()).isEqualTo(404);
	}

	@Test
	@Tag("C2")
	void askingForTheFormsAddressForgetsNothing() {
		for (Browser browser : List.of(newBrowser(), mark())) {
			Page page = browser.get("/cookies/forget?name=BILLPAY_SESSION");
			assertThat(page.status()).isEqualTo(405);
			assertThat(page.header("Allow")).isEqualTo("POST");
			assertThat(page.setCookies())
				.allMatch((set) -> set.startsWith("BILLPAY_SERVER_VIEW=") && !set.contains("Max-Age=0"));
		}
	}

	@Test
	@Tag("C1")
	void forgettingACookieRequiresTheCsrfToken() {
		HttpBrowser mark = mark();
		Page refused = mark.send("POST", "/cookies/forget", "name=BILLPAY_SESSION");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.setCookies()).isEmpty();
		HttpBrowser stranger = newBrowser();
		stranger.cookies().put("BILLPAY_LANGUAGE", "en");
		refused = stranger.send("POST", "/cookies/forget", "name=BILLPAY_LANGUAGE");
		assertThat(refused.location()).startsWith("/login");
		assertThat(refused.setCookie("BILLPAY_LANGUAGE")).isEmpty();
	}

	@Test
	void ofACookieThatIsNotOursNameAndLengthAreShownAndNoMore() {
		HttpBrowser mark = mark();
		mark.cookies().put("other_program", "its-own-secret");
		mark.cookies().put("empty", "");
		Page page = mark.get("/cookies");
		assertThat(page.text()).contains("other_program with 14 characters", "empty with no value",
				"are not from BillPay");
		assertThat(page.body()).doesNotContain("its-own-secret");
		assertThat(CookieTruth.cards(page)).hasSize(5);
	}

	@ParameterizedTest
	@Tag("I1")
	@ValueSource(strings = { "<script>alert(1)</script>", "\"><img-src=x-onerror=alert(1)>", "${7777*7777}",
			"__${7777*7777}__::.x", "#{layout.nav}", "{0}", "'", "&amp;", "%3Cscript%3E", "a b", "\"quoted\"" })
	void aHostileValueIsText(String value) {
		for (String name : List.of("BILLPAY_VISITOR", "BILLPAY_LANGUAGE", "BILLPAY_SESSION", "BILLPAY_BROWSER", "other",
				value)) {
			for (String path : List.of("/cookies", "/cookies?buttons")) {
				Page page = raw().get(path, "Cookie: " + name + "=" + value);
				assertThat(page.status()).as(name).isEqualTo(200);
				assertThat(page.body()).as(name).doesNotContain("<script>", "<img", "60481729");
				assertThat(page.withoutServerView().body()).as(name).doesNotContain("<script");
			}
		}
	}

	@Test
	@Tag("I4")
	void bytesThatAreNoTextAndLettersThatNobodySeesAreReplaced() {
		for (String value : List.of("\u00ff\u00fe", "\u00c3\u0028", "\u00ed\u00a0\u0080")) {
			assertThat(raw().get("/cookies", "Cookie: BILLPAY_VISITOR=" + value + "; other=" + value).status())
				.isEqualTo(200);
		}
		String turned = new String("\u202egnp.evil".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
		Page page = raw().get("/cookies", "Cookie: BILLPAY_VISITOR=" + turned);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).doesNotContain("\u202e").contains("\uFFFDgnp.evil");
	}

	@Test
	@Tag("I2")
	void longOnesAreCutAndManyAreCounted() {
		HttpBrowser browser = newBrowser();
		browser.cookies().put("BILLPAY_VISITOR", "v.".repeat(2048));
		browser.cookies().put("n.".repeat(2048), "x");
		browser.cookies().put("other", "o".repeat(4096));
		Page page = browser.get("/cookies");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("v.".repeat(30) + "…", "n.".repeat(30) + "…")
			.doesNotContain("v.".repeat(31), "n.".repeat(31), "ooo");
		assertThat(page.text()).contains("other with 4,096 characters");
		String fifty = IntStream.range(0, 50).mapToObj((i) -> "c" + i + "=" + i).collect(Collectors.joining("; "));
		page = raw().get("/cookies", "Cookie: " + fifty);
		assertThat(page.text()).contains("c9 with 1 character ", "and 40 more").doesNotContain("c10");
	}

	@Test
	void cookiesOfTheSameNameAreAllShown() {
		Page page = raw().get("/cookies", "Cookie: BILLPAY_LANGUAGE=en; BILLPAY_LANGUAGE=zh-TW");
		assertThat(card(page, "BILLPAY_LANGUAGE")).contains("<code>en</code>", "<code>zh-TW</code>");
		String many = "BILLPAY_SESSION=a; ".repeat(50);
		page = raw().get("/cookies", "Cookie: " + many);
		assertThat(card(page, "BILLPAY_SESSION").split("<code>#", -1)).hasSize(4);
	}

	@Test
	void thePageIsThereInChineseToo() {
		Page page = newBrowser().with("Accept-Language", "zh-TW").get("/cookies");
		assertThat(page.text()).contains("暫時", "長期", "這個請求沒有送出。", "連接埠不算在內", "Firefox 瀏覽器");
	}

}
