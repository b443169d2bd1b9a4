package billpay.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import billpay.support.HttpBrowser;
import billpay.support.NamedNode;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds on every page there is, refused forms and error pages too, in both
 * languages, on one of several nodes.
 */
@NamedNode
class EveryPageTests extends OverHttp {

	private static final List<String> LANGUAGES = List.of("en", "zh-TW");

	private static final Pattern SUMMARY_LINK = Pattern.compile("<a href=\"#([^\"]+)\"");

	private final Map<String, Page> pages = new LinkedHashMap<>();

	@BeforeAll
	void walkThroughEveryPageInEveryLanguage() {
		Customer customer = newCustomer();
		HttpBrowser chuck = newBrowser();
		chuck.signIn("chuck", "of-the-instructor");
		for (String language : LANGUAGES) {
			HttpBrowser stranger = newBrowser().with("Accept-Language", language);
			HttpBrowser browser = sameSession(customer.browser()).with("Accept-Language", language);
			browser.get("/lookup");
			pagesOfAStranger(language, stranger);
			pagesOfACustomer(language, browser, customer.number(), newBill(customer.number(), "31.20"));
			pagesOfOneWhoWaits(language, newCustomer());
			pagesOfTheInstructor(language, sameSession(chuck).with("Accept-Language", language));
		}
	}

	private void pagesOfAStranger(String language, HttpBrowser browser) {
		for (String path : List.of("/", "/login", "/signup", "/logout", "/nowhere", "/login?next=%2Fcart",
				"/cart/items", "/cookies", "/cookies?buttons", "/server-view", "/server-view/steal", "/lessons",
				"/lessons/two-nodes", "/%ff")) {
			add(language, path,
					(path.contains("%")) ? raw().get(path, "Accept-Language: " + language) : browser.get(path));
		}
		add(language, "refused sign-up", browser.post("/signup", "username", "?", "password", "1"));
		add(language, "refused code", browser.post("/server-view/steal", "code", "22222-22222"));
		add(language, "refused sign-in", browser.post("/login", "username", "?", "password", "1"));
		browser.cookies().put("BILLPAY_VISITOR", "mark/2026-02-28T10:42Z");
		add(language, "greeting", browser.get("/"));
		browser.cookies().put("other", "x".repeat(2000));
		add(language, "cookies of a stranger with a session", browser.get("/cookies"));
		add(language, "no such cookie", browser.post("/cookies/forget", "name", "other"));
		browser.post("/cookies/forget", "name", "BILLPAY_SESSION");
		add(language, "cookies without a session", browser.follow());
		add(language, "buttons", browser.get("/cookies?buttons"));
	}

	private void pagesOfACustomer(String language, HttpBrowser browser, String number, long bill) {
		add(language, "lookup", browser.get("/lookup"));
		for (String wrong : List.of("", "abc", "12", "+999 123456789", "911", "+12125550199", "1".repeat(30))) {
			add(language, "lookup of " + wrong, browser.post("/lookup", "phoneNumber", wrong));
		}
		browser.get("/checkout");
		add(language, "empty cart", browser.follow());
		browser.post("/lookup", "phoneNumber", number);
		add(language, "bill", browser.get("/bill"));
		String id = Long.toString(bill);
		add(language, "unreadable amount", browser.post("/cart/items", "billId", id, "amount", "x"));
		add(language, "amount too high", browser.post("/cart/items", "billId", id, "amount", "9999"));
		add(language, "quantity too high", browser.post("/cart/items", "addOn", "hotspot", "quantity", "99"));
		add(language, "nothing chosen", browser.post("/cart/items"));
		add(language, "bill of another number", browser.post("/cart/items", "billId", "1"));
		browser.post("/cart/items", "addOn", "hotspot", "quantity", "2");
		browser.post("/cart/items", "billId", id, "amount", "1.50");
		Page cart = browser.follow();
		add(language, "cart", cart);
		add(language, "bill in the cart", browser.get("/bill"));
		Matcher lines = Pattern
			.compile("action=\"(/cart/items/[0-9a-f]+)\".*?name=\"(quantity|amount)\"", Pattern.DOTALL)
			.matcher(cart.body());
		while (lines.find()) {
			add(language, "change " + lines.group(1), browser.post(lines.group(1), lines.group(2), "0"));
		}
		add(language, "checkout", browser.get("/checkout"));
		add(language, "checkout empty", browser.post("/checkout"));
		add(language, "checkout wrong", browser.post("/checkout", "cardholder", "x".repeat(70), "cardNumber",
				"4242424242424241", "expiry", "01/20", "cvc", "1", "total", "0.01"));
		add(language, "checkout wrong too", browser.post("/checkout", "cardholder", "x", "cardNumber",
				"9999999999999995", "expiry", "13/99", "cvc", "1"));
		for (String card : List.of("4000000000000002", "4000000000009995", "4000000000000069", "4000000000000127",
				"4000000000000119")) {
			add(language, "declined " + card, browser.pay(card));
		}
		browser.pay(GOOD_CARD);
		add(language, "receipt", browser.follow());
		add(language, "payments", browser.get("/payments"));
		add(language, "no such receipt", browser.get("/payments/BP-00000-00000"));
		add(language, "instructor only", browser.get("/instructor"));
		browser.get("/cookies");
		browser.post("/cookies/forget", "name", "BILLPAY_VISITOR");
		add(language, "cookies", browser.follow());
		add(language, "account", browser.get("/account"));
		add(language, "password refused", browser.post("/account/password", "newPassword", "password"));
		browser.post("/account/sessions/0000/end");
		add(language, "session that has already ended", browser.follow());
		add(language, "lesson of a customer", browser.get("/lessons/two-nodes"));
		add(language, "known to this node alone", browser.get("/login?next=%2Fcart"));
		browser.get("/cart");
		add(language, "conversation", browser.get("/server-view"));
		browser.post("/server-view/experiments", "experiment", "replay", "next", "/cart");
		add(language, "conversation with a replay", browser.follow());
		browser.post("/server-view", "on", "false", "next", "/server-view");
		add(language, "conversation while the view is off", browser.follow());
		browser.post("/server-view", "on", "true", "next", "/server-view");
		browser.follow();
		HttpBrowser stale = sameSession(browser).with("Accept-Language", language);
		add(language, "form without its token", stale.send("POST", "/lookup", ""));
		add(language, "form with an old token", stale.send("POST", "/lookup", "_csrf=old"));
	}

	private void pagesOfOneWhoWaits(String language, Customer customer) {
		HttpBrowser browser = customer.browser().with("Accept-Language", language);
		browser.fillCart(customer.number());
		browser.pay("4000 0000 0000 2024");
		add(language, "confirming", browser.follow());
		browser.get("/cart");
		add(language, "being paid", browser.follow());
	}

	private void pagesOfTheInstructor(String language, HttpBrowser browser) {
		String month = browser.get("/instructor").value("month");
		for (String times : List.of("once", "twice")) {
			browser.post("/instructor/bills", "month", month);
			add(language, "instructor: bills issued " + times, browser.follow());
		}
		add(language, "account of the instructor", browser.get("/account"));
		add(language, "password of the instructor", browser.post("/account/password"));
		database().sql("insert into sandbox_charge values (?, 5.00, 'USD', 'APPROVED', current_timestamp)")
			.param("stray-" + language)
			.update();
		add(language, "ledger", browser.get("/instructor/ledger"));
		add(language, "sessions", browser.get("/instructor/sessions"));
		add(language, "no such page of sessions", browser.get("/instructor/sessions?page=0"));
		for (String other : List.of("", "1999-12")) {
			add(language, "bills for " + other, browser.post("/instructor/bills", "month", other));
		}
		add(language, "no page of the instructor", browser.get("/instructor/bills"));
	}

	private void add(String language, String what, Page page) {
		this.pages.put(language + ": " + what, page);
	}

	@Test
	void everyPageLeavesAsAWholeAndSaysHowLongItIs() {
		this.pages.forEach((name, page) -> assertThat(page.header("Content-Length")).as(name)
			.isEqualTo(Integer.toString(page.body().getBytes(StandardCharsets.UTF_8).length)));
	}

	@Test
	void theWalkMeetsPagesRefusedFormsAndErrorPages() {
		assertThat(this.pages.values()).extracting(Page::status).containsOnly(200, 400, 403, 404, 405, 422);
		assertThat(this.pages).hasSizeGreaterThan(80);
	}

	@Test
	@Tag("I1")
	void everyPageSaysWhichNodeHasAnswered() {
		this.pages.forEach((what, page) -> {
			assertThat(page.body()).as(what).doesNotContain("<b>\"node");
			String frame = page.body()
				.replaceFirst("(?s)<aside.*</aside>", "")
				.replaceFirst("(?s)<section.*</section>", "");
			assertThat(HtmlUtils.htmlUnescape(frame.replaceAll("<[^>]*>", "")).replaceAll("\\s+", " ")).as(what)
				.contains(((what.startsWith("en")) ? "Answered by " : "回應的節點： ") + NamedNode.NAME);
		});
		assertThat(this.pages.get("en: cart").find("<aside class=\"server-view\"(.*?)</aside>"))
			.contains("Answered by &lt;b&gt;", "Sessions are stored in this node&#39;s memory");
		assertThat(this.pages.get("en: conversation").find("<text class=\"name\"[^>]*>(BillPay[^<]*)<"))
			.isEqualTo("BillPay, &lt;b&gt;&quot;node&quot; &amp; 1&lt;/b&gt;");
	}

	@Test
	@Tag("C11")
	void nothingOnAnyPageIsInline() {
		this.pages.forEach((what, page) -> assertThat(page.body()).as(what)
			.contains("<main")
			.doesNotContainPattern("(?i)<script(?![^>]*\\ssrc=)")
			.doesNotContainPattern("(?i)<style")
			.doesNotContainPattern("(?i)<[^>]*\\sstyle\\s*=")
			.doesNotContainPattern("(?i)<[^>]*\\son[a-z]+\\s*=")
			.doesNotContainPattern("(?i)javascript:"));
	}

	@Test
	@Tag("C11")
	void nothingOnAnyPageIsFromElsewhere() {
		this.pages.forEach((what, page) -> assertThat(page.body()).as(what)
			.doesNotContainPattern("(?i)\\b(src|href|action|srcset|poster|data)\\s*=\\s*[\"']?\\s*(\\w+:)?//")
			.doesNotContainPattern("(?i)<base\\b")
			.doesNotContainPattern("(?i)<i?frame\\b"));
	}

	@Test
	void everyPageIsInTheLanguageItSaysItIsIn() {
		this.pages.forEach((what, page) -> {
			boolean english = what.startsWith("en");
			assertThat(page.body()).as(what)
				.containsPattern((english) ? "<html lang=\"en\"" : "<html lang=\"zh-(Hant|TW)\"");
			if (english) {
				assertThat(page.text()).as(what).doesNotContainPattern("\\p{IsHan}");
			}
			else {
				assertThat(page.textOf("h1")).as(what).containsPattern("\\p{IsHan}");
			}
		});
	}

	@Test
	void everyTextHasItsApostrophesItsArgumentsAndAMessage() {
		this.pages.forEach((what, page) -> {
			String text = HtmlUtils.htmlUnescape(withoutValues(page).replaceAll("<[^>]*>", " "));
			assertThat(text).as(what)
				.doesNotContain("''")
				.doesNotContain("??")
				.doesNotContainPattern("\\{[0-9a-z]")
				.doesNotContain("null");
		});
		assertThat(this.pages.get("en: declined 4000000000000127").text())
			.contains("The security code is not correct.");
	}

	/**
	 * A value of the session says itself what it is, such as {@code payment=null}.
	 */
	private static String withoutValues(Page page) {
		return page.body()
			.replaceAll("(<li class=\"[a-z ]*\">\\w+ = )[^<\n]*", "$1")
			.replaceAll("Cart\\[[^<]*?payment=\\w+]", "");
	}

	/**
	 * A page is rendered into memory as a whole, and one letter that is not of Latin-1
	 * makes the whole of it twice as large: it takes 8 % longer.
	 */
	@Test
	void theBillIsOfLatin1() {
		assertThat(this.pages.get("en: bill in the cart").body()).matches("[\\x00-\\xff]*");
	}

	@Test
	void everyPageHasOneHeadlineAndATitleThatSaysWhereOneIs() {
		this.pages.forEach((what, page) -> {
			assertThat(page.body().split("<h1").length - 1).as(what).isEqualTo(1);
			String headline = page.textOf("h1");
			assertThat(page.find("<title>(?:Error: |錯誤：)?([^<]*)</title>")).as(what)
				.isEqualTo(headline + " &ndash; BillPay");
		});
	}

	/**
	 * Who speaks to the page says what is to be read on it (WCAG 2.5.3).
	 */
	@Test
	@Tag("C12")
	void theNameOfEveryButtonAndLinkBeginsWithWhatStandsOnIt() {
		Pattern named = Pattern.compile("<(?:button|a)\\b[^>]*\\saria-label=\"([^\"]*)\"[^>]*>([^<]*)<");
		int found = 0;
		for (Map.Entry<String, Page> entry : this.pages.entrySet()) {
			Matcher button = named.matcher(entry.getValue().body());
			while (button.find()) {
				found++;
				assertThat(button.group(1)).as(entry.getKey()).startsWith(button.group(2).strip());
			}
		}
		assertThat(found).isGreaterThan(20);
	}

	@Test
	@Tag("C12")
	void theTitleOfARefusedFormAndOfNoOtherPageBeginsWithError() {
		this.pages.forEach((what, page) -> {
			String error = (what.startsWith("en")) ? "Error: " : "錯誤：";
			boolean refused = page.status() == 422;
			assertThat(page.textOf("title").startsWith(error)).as(what).isEqualTo(refused);
			assertThat(page.body().contains("/assets/error-summary-")).as(what).isEqualTo(refused);
		});
	}

	@Test
	@Tag("C12")
	void everyErrorPageHasAHeadlineOfItsOwn() {
		Map<String, String> headlines = Map.of("/%ff", "Bad request", "instructor only", "Not allowed", "/nowhere",
				"Page not found", "/cart/items", "Request not supported");
		headlines.forEach((what, headline) -> assertThat(this.pages.get("en: " + what).textOf("h1")).as(what)
			.isEqualTo(headline));
	}

	@Test
	@Tag("C12")
	void everyAsideHasANameAndEveryPageADescription() {
		this.pages.forEach((what, page) -> {
			assertThat(page.body()).as(what).doesNotContainPattern("<aside(?![^>]*\\saria-label)");
			if (!what.endsWith("/%ff")) { // a page without the layout
				assertThat(page.body()).as(what)
					.containsPattern("<meta name=\"description\" content=\"[^\"]{40,160}\">");
			}
		});
		assertThat(this.pages.values()).anyMatch((page) -> page.body().contains("<aside class=\"hint\""));
	}

	@Test
	@Tag("I2")
	void everyProblemIsLinkedToTheFieldItIsAbout() {
		int links = 0;
		for (Map.Entry<String, Page> entry : this.pages.entrySet()) {
			if (entry.getValue().status() == 422) {
				assertThat(entry.getValue().body()).as(entry.getKey()).contains("class=\"error-summary");
				Matcher link = SUMMARY_LINK.matcher(entry.getValue().find("class=\"error-summary(.*?)</div>"));
				while (link.find()) {
					links++;
					assertThat(entry.getValue().body()).as(entry.getKey())
						.containsPattern("\\sid=\"" + link.group(1) + "\"");
				}
			}
		}
		assertThat(links).isGreaterThan(20);
	}

	/**
	 * Ids, tokens in forms and in long-lived cookies have 32 letters at least. So long
	 * are, else, only the addresses of files and the UUIDs of carts and of charges.
	 */
	@Test
	@Tag("S15")
	void noPageShowsASessionIdOrAToken() {
		this.pages.forEach((what,
				page) -> assertThat(page.body()
					.replaceAll("<input type=\"hidden\" name=\"_csrf\" value=\"[^\"]*\"\\s*/?>", "")
					.replaceAll("(?:href|src)=\"/(?:assets|webjars)/[^\"]*\"", "")
					.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "")
					.replaceAll("x{32,}", "")).as(what).doesNotContainPattern("[A-Za-z0-9_-]{32,}"));
		assertThat(this.pages.values()).anyMatch((page) -> page.body().contains("name=\"_csrf\""));
	}

	@Test
	@Tag("C7")
	void noPageIsKept() {
		this.pages.forEach((what, page) -> assertThat(page.header("Cache-Control")).as(what).contains("no-store"));
	}

	@Test
	@Tag("P9")
	void noPageRepeatsACardNumberOrACode() {
		this.pages.forEach((what, page) -> {
			if (what.contains("checkout") || what.contains("declined") || what.contains("receipt")) {
				assertThat(page.body()).as(what)
					.doesNotContainPattern("value=\"[0-9 ]{12,19}\"")
					.doesNotContainPattern("name=\"(cardNumber|cvc)\"[^>]*\\svalue=");
			}
		});
	}

}
