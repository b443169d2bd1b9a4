package billpay.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.bind.annotation.RequestMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that no browser sends for our forms end in a page with a sentence and change
 * nothing.
 */
class MalformedRequestTests extends OverHttp {

	private static final Map<Integer, String> HEADLINES = Map.of(400, "Bad request", 403, "Not allowed", 404,
			"Page not found", 413, "Too much data");

	private Customer customer;

	private List<String> posts;

	private HttpBrowser fresh;

	@BeforeAll
	void aCustomerWithACart() {
		this.customer = newCustomer();
		this.customer.fillCart(newBill(this.customer.number(), "12.00"));
		String line = this.customer.browser().get("/cart").find("/cart/items/([^/\"]+)");
		this.posts = new ArrayList<>(addresses(RequestMethod.POST));
		// LabTests has the lab's.
		this.posts.removeIf((address) -> address.startsWith("/lab/"));
		this.posts.removeAll(List.of("/error", "/logout"));
		this.posts.replaceAll((address) -> address.replace("{id}", line).replace("{fingerprint}", "0000"));
	}

	private static Page aPageWithASentence(Page page, int status) {
		assertThat(page.status()).isEqualTo(status);
		assertThat(page.header("Content-Type")).startsWith("text/html");
		assertThat(page.find("<p class=\"lead\">([^<]+)</p>")).endsWith(".");
		assertThat(page.body()).contains("<h1>" + HEADLINES.get(status) + "</h1>")
			.doesNotContain("Exception")
			.doesNotContain("\tat ")
			.doesNotContain("Apache Tomcat");
		return page;
	}

	@ParameterizedTest
	@Tag("I4")
	@ValueSource(strings = { "/%zz", "/%", "/%ff", "/%c0%af", "/%00", "/payments/%ff", "/cart%", "/<", "/a|b",
			"/\u00ff", "/../cart", "/..%2fcart", "/a%2fb", "/a%5cb", "/cart;a=b", "/;jsessionid=x", "//cart", "/./cart",
			"/assets/%ff", "/assets/../application.yaml", "/healthcheck/%ff" })
	void aPathThatCannotBeReadIsRefused(String path) {
		Page page = aPageWithASentence(raw().get(path), 400);
		assertThat(page.text()).contains("The server could not read this request.");
	}

	@ParameterizedTest
	@Tag("I4")
	@ValueSource(strings = { "a=%zz", "a=%", "%zz=a", "a=%ff", "a=%c0%af", "a=%00", "a%00=b", "a=1&a=2",
			"next=%2Fcart&next=%2Fbill", "=x", "a=%ed%a0%80" })
	void aParameterThatCannotBeReadIsRefusedInQueryAndBody(String parameters) {
		Map<String, Object> rows = everyRow();
		Map<String, Object> session = sessionOf(this.customer.browser());
		HttpBrowser browser = this.customer.browser();
		for (String path : List.of("/", "/cart", "/nowhere", "/healthcheck")) {
			aPageWithASentence(raw().get(path + "?" + parameters, "Cookie: BILLPAY_SESSION=" + browser.sessionId()),
					400);
		}
		for (String address : this.posts) {
			String token = "_csrf=" + browser.token() + "&";
			aPageWithASentence(sameSession(browser).send("POST", address, token + "phoneNumber=1&" + parameters), 400);
		}
		assertThat(everyRow()).isEqualTo(rows);
		assertThat(sessionOf(browser)).isEqualTo(session);
	}

	@Test
	@Tag("I4")
	void aRawByteThatIsNoUtf8IsRefused() {
		aPageWithASentence(postRaw("application/x-www-form-urlencoded", "username=\u00ff"), 400);
		aPageWithASentence(raw().get("/login?next=%e4%b8"), 400);
	}

	@Test
	@Tag("I4")
	void twoTokensAreRefusedLikeAnyOtherDoubledParameter() {
		HttpBrowser browser = sameSession(this.customer.browser());
		String token = "_csrf=" + browser.token();
		aPageWithASentence(browser.send("POST", "/lookup", token + "&" + token + "&phoneNumber=1"), 400);
		aPageWithASentence(browser.send("POST", "/lookup?" + token, token + "&phoneNumber=1"), 400);
	}

	@Test
	@Tag("I4")
	void aRequestLineOrHeaderThatIsNoneIsRefused() {
		for (String line : List.of("G{T / HTTP/1.1", "GET /a b HTTP/1.1", "FOO / HTTP/1.1", "GET / HTTP/1.x")) {
			Page page = raw().send(line, "Host: localhost");
			assertThat(page.status()).as(line).isIn(400, 505);
			aPageWithASentence(page, page.status());
		}
		aPageWithASentence(raw().send("GET / HTTP/1.1"), 400);
		aPageWithASentence(raw().send("GET / HTTP/1.1", "Host: a", "Host: b"), 400);
		aPageWithASentence(raw().get("/", "No colon here"), 400);
		aPageWithASentence(raw().get("/", "Content-Length: abc"), 400);
	}

	@Test
	@Tag("I4")
	void aRefusalByTheContainerIsInTheLanguageOfTheBrowserAsFarAsItsHeadersWereRead() {
		for (Page page : List.of(raw().get("/%", "Accept-Language: zh-TW"),
				raw().get("/", "Accept-Language: zh-TW", "No colon here"),
				raw().get("/", "Accept-Language: zh-TW", "Content-Length: abc"),
				raw().send("GET / HTTP/1.1", "Accept-Language: zh-TW"))) {
			assertThat(page.status()).isEqualTo(400);
			assertThat(page.text()).contains("伺服器無法讀取這個請求");
			assertThat(page.body()).contains("<html lang=\"zh-TW\">", "<a href=\"/\">回首頁</a>");
		}
		Page page = raw().get("/", "No colon here", "Accept-Language: zh-TW");
		assertThat(page.body()).contains("<html lang=\"en\">", "<a href=\"/\">Home page</a>");
	}

	@Test
	@Tag("I4")
	void moreLanguagesThanHeadersMayHoldAreRefused() {
		String[] languages = new String[1_500];
		Arrays.setAll(languages, (i) -> "zh-%04d;q=0.5".formatted(i));
		Page page = raw().get("/", "Accept-Language: " + String.join(",", languages));
		assertThat(aPageWithASentence(page, 400).text()).contains("The server could not read this request.");
		page = raw().get("/", "Accept-Language: zh-TW", "Accept-Language: " + String.join(",", languages));
		aPageWithASentence(page, 400);
	}

	@ParameterizedTest
	@ValueSource(ints = { 11, 12, 1_500 })
	void manyLanguagesAreNoError(int languages) {
		String header = "Accept-Language: zh-TW" + ",en;q=0.5".repeat(languages - 1);
		for (String path : List.of("/", "/login", "/healthcheck")) {
			assertThat(raw().get(path, header).status()).as(path).isEqualTo(200);
		}
		assertThat(raw().get("/nowhere", header).status()).isEqualTo(404);
	}

	@Test
	@Tag("R8")
	void twentyKilobytesOfHeadersAreRefused() {
		aPageWithASentence(raw().get("/", "X-Long: " + "a".repeat(20_000)), 400);
		String[] many = new String[300];
		for (int i = 0; i < many.length; i++) {
			many[i] = "X-" + i + ": " + "a".repeat(60);
		}
		aPageWithASentence(raw().get("/", many), 400);
	}

	@Test
	@Tag("R8")
	void threeMegabytesAreRefusedBeforeTheyAreRead() {
		Page page = raw().sendBytes("POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3000000\r\n\r\nusername=a");
		assertThat(aPageWithASentence(page, 413).text())
			.contains("Your form contains more data than this server accepts");
	}

	@Test
	void aMegabyteInAFieldIsRefusedByEveryForm() {
		Map<String, Object> rows = everyRow();
		Map<String, Object> session = sessionOf(this.customer.browser());
		String much = "a".repeat(1_000_000);
		for (String address : this.posts) {
			HttpBrowser browser = sameSession(this.customer.browser());
			String form = "_csrf=" + browser.token() + "&username=" + much;
			aPageWithASentence(browser.send("POST", address, form), 413);
		}
		assertThat(everyRow()).isEqualTo(rows);
		assertThat(sessionOf(this.customer.browser())).isEqualTo(session);
	}

	@Test
	void aLongFieldWithinTheLimitIsAFormErrorAndNoneOfItComesBack() {
		Map<String, Object> rows = everyRow();
		String much = "9".repeat(3_000);
		for (String address : this.posts) {
			if (!address.endsWith("/remove") && !isInstructors(address)) {
				Page page = whoMaySend(address).post(address, "username", much, "password", much, "oldPassword", much,
						"newPassword", much, "phoneNumber", much, "addOn", much, "quantity", much, "amount", much,
						"cardholder", much, "cardNumber", much, "expiry", much, "cvc", much);
				assertThat(page.status()).as(address)
					.isIn((isTheSwitch(address) || address.startsWith("/account/sessions/")) ? 303 : 404, 422);
				assertThat(page.body()).as(address).doesNotContain(much.substring(0, 200));
			}
		}
		assertThat(everyRow()).isEqualTo(rows);
	}

	@ParameterizedTest
	@Tag("I5")
	@ValueSource(strings = { "%s[0]", "%s[x]", "%s.class", "%s[", "_%s", "!%s", "%s.%s" })
	void aParameterThatLooksLikeAPathIntoAFieldIsNoServerError(String name) {
		Map<String, Object> rows = everyRow();
		for (String address : this.posts) {
			if (isTheSwitch(address) || isInstructors(address) || address.endsWith("/remove")) {
				continue;
			}
			for (String field : List.of("username", "newPassword", "phoneNumber", "billId", "cardNumber")) {
				Page page = whoMaySend(address).post(address, name.formatted(field, field), "x");
				assertThat(page.status()).as(address + " " + field).isLessThan(500);
			}
		}
		// Takes the notices of those that changed something.
		this.customer.browser().get("/cart");
		assertThat(everyRow()).isEqualTo(rows);
	}

	/**
	 * Whoever is signed in is asked to sign out before signing up.
	 */
	private HttpBrowser whoMaySend(String address) {
		if (!address.equals("/signup")) {
			return sameSession(this.customer.browser());
		}
		HttpBrowser stranger = newBrowser();
		stranger.get(address);
		return stranger;
	}

	@Test
	@Tag("I4")
	void aBodyThatBreaksOffOrHasBrokenChunksIsRefused() {
		aPageWithASentence(raw().sendBytes("POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n"),
				400);
		String chunk = Integer.toHexString(70_000) + "\r\n" + "a".repeat(70_000) + "\r\n0\r\n\r\n";
		aPageWithASentence(raw().sendBytes("POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk),
				413);
	}

	@Test
	void aBodyOfAnotherKindCarriesNoTokenAndDoesNothing() {
		String part = "--x\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\nmark\r\n--x--\r\n";
		for (Page page : List.of(postRaw("multipart/form-data; boundary=x", part), postRaw("multipart/form-data", part),
				postRaw("application/json", "{\"username\":\"mark\"}"), postRaw("nonsense", "username=mark"),
				postRaw("application/x-www-form-urlencoded; charset=nonsense", "username=mark"),
				postRaw("application/x-www-form-urlencoded; charset=UTF-16", "username=mark"))) {
			aPageWithASentence(page, 403);
		}
	}

	private Page postRaw(String contentType, String body) {
		return raw()
			.sendBytes("POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + contentType
					+ "\r\nContent-Length: " + body.getBytes(StandardCharsets.ISO_8859_1).length + "\r\n\r\n" + body);
	}

	@Test
	void everyFormLeftEmptyIsAnsweredWithASentence() {
		Map<String, Object> rows = everyRow();
		for (String address : this.posts) {
			if (hasAFieldToFill(address) && !isInstructors(address)) {
				Page page = whoMaySend(address).post(address);
				assertThat(page.status()).as(address).isEqualTo(422);
				assertThat(page.text()).as(address).contains("There is a problem");
			}
		}
		for (String address : this.posts) {
			if (!address.equals("/signup") && !address.equals("/login") && !isInstructors(address)) {
				assertThat(sameSession(newCustomerWithoutCart()).post(address.replaceAll("items/\\w+", "items/0"))
					.status()).as(address).isIn(303, 404, 422);
			}
		}
		assertThat(everyRow()).isEqualTo(rows);
	}

	private static boolean hasAFieldToFill(String address) {
		return !address.startsWith("/cart/items/") && !address.equals("/cookies/forget")
				&& !address.startsWith("/server-view") && !address.startsWith("/account/sessions/");
	}

	private static boolean isTheSwitch(String address) {
		return address.equals("/server-view");
	}

	/**
	 * A customer's form does not get that far; {@code InstructorPageTests} sends what is
	 * wrong as the instructor.
	 */
	private static boolean isInstructors(String address) {
		return address.startsWith("/instructor/");
	}

	/**
	 * The same customer as somebody who has just signed in elsewhere: no number, no cart.
	 */
	private HttpBrowser newCustomerWithoutCart() {
		if (this.fresh == null) {
			this.fresh = newBrowser();
			this.fresh.signIn(this.customer.name(), this.customer.password());
		}
		return this.fresh;
	}

	@Test
	void noMethodOnAnyAddressMakesTheServerFail() {
		Map<String, Object> rows = everyRow();
		List<String> all = new ArrayList<>(addresses(RequestMethod.GET));
		all.addAll(this.posts);
		all.addAll(List.of("/nowhere", "/assets/app.css", "/assets/", "/webjars/", "/healthcheck", "/healthcheck/x",
				"/logout", "/favicon.ico", "/robots.txt"));
		for (String address : all) {
			for (String method : List.of("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH")) {
				String path = address.replaceAll("\\{.*}", "x");
				assertThat(newBrowser().send(method, path, "").status()).as(method + " " + path).isLessThan(500);
				HttpBrowser browser = sameSession(this.customer.browser());
				assertThat(
						browser.send(method, path, (method.equals("HEAD")) ? "" : "_csrf=" + browser.token()).status())
					.as(method + " " + path)
					.isLessThan(500);
			}
		}
		assertThat(everyRow()).isEqualTo(rows);
	}

	@Test
	void aPageThatIsNotThereIsA404PageForStrangersAndCustomers() {
		for (String path : List.of("/nowhere", "/cart/nowhere", "/login/", "/favicon.ico", "/payments/a/b",
				"/.git/config", "/assets/", "/webjars/", "/error")) {
			for (HttpBrowser browser : List.of(newBrowser(), sameSession(this.customer.browser()))) {
				Page page = aPageWithASentence(browser.get(path), 404);
				assertThat(page.text()).as(path)
					.contains("There is no page at this address.")
					.containsPattern("Status 404, request [0-9a-f]{8}");
			}
		}
		assertThat(newBrowser().get("/nowhere").setCookies())
			.allMatch((cookie) -> cookie.startsWith("BILLPAY_SERVER_VIEW="));
	}

}
