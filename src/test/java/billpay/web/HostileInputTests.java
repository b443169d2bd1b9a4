package billpay.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import billpay.support.CardFixture;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody types to make the server do something else.
 */
class HostileInputTests extends OverHttp {

	/** Every form with its fields. */
	private static final Map<String, List<String>> FORMS = Map.of("/login", List.of("username", "password", "next"),
			"/signup", List.of("username", "password"), "/lookup", List.of("phoneNumber"), "/cart/items",
			List.of("billId", "amount", "addOn", "quantity"), "/cart/items/{id}", List.of("amount", "quantity"),
			"/account/password", List.of("oldPassword", "newPassword"), "/checkout",
			List.of("cardholder", "cardNumber", "expiry", "cvc", "total"));

	private Customer customer;

	private String line;

	private long bill;

	@BeforeAll
	void aCustomerWithACart() {
		this.customer = newCustomer();
		this.bill = newBill(this.customer.number(), "12.00");
		this.customer.fillCart(this.bill);
		this.line = this.customer.browser().get("/cart").find("/cart/items/([^/\"]+)");
	}

	@ParameterizedTest
	@Tag("I1")
	@ValueSource(strings = { "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' or '1'='1' --",
			"'; drop table bill; --", "${7777*7777}", "__${7777*7777}__::.x", "*{7777*7777}", "#{layout.nav}",
			"{{7777*7777}}", "{0} {1}", "%s%n", "\\", "\u202e", "😀" })
	void scriptAndSqlInEveryFieldAreText(String input) {
		int bills = database().sql("select count(*) from bill").query(Integer.class).single();
		FORMS.forEach((form, fields) -> {
			String address = form.replace("{id}", this.line);
			for (String field : fields) {
				HttpBrowser browser = sameSession(this.customer.browser());
				String[] others = switch (field) {
					case "amount" -> new String[] { "billId", Long.toString(this.bill) };
					case "quantity" -> new String[] { "addOn", "hotspot" };
					default -> new String[] { "other", "" };
				};
				harmless(browser.post(address, field, input, others[0], others[1]), address + " " + field, input);
			}
		});
		String encoded = URLEncoder.encode(input, StandardCharsets.UTF_8);
		for (String query : List.of("/?notice=", "/login?next=", "/login?notice=", "/cart?lang=", "/payments?page=",
				"/lookup?phoneNumber=", "/bill?billId=", "/checkout?cardholder=")) {
			harmless(sameSession(this.customer.browser()).get(query + encoded), query, input);
			harmless(newBrowser().get(query + encoded), query, input);
		}
		HttpBrowser visitor = newBrowser();
		visitor.cookies().put("BILLPAY_VISITOR", encoded);
		visitor.cookies().put("BILLPAY_LANGUAGE", encoded);
		visitor.cookies().put("BILLPAY_SESSION", encoded);
		harmless(visitor.get("/"), "cookies", input);
		assertThat(database().sql("select count(*) from bill").query(Integer.class).single()).isEqualTo(bills);
	}

	private static void harmless(Page page, String where, String input) {
		assertThat(page.status()).as(where).isLessThan(500);
		assertThat(page.body()).as(where)
			.doesNotContain("<script>")
			.doesNotContain("<img")
			.doesNotContain("60481729")
			.doesNotContain("Exception");
		assertThat(page.headers().toString()).as(where).doesNotContain("<script>");
		if (page.status() == 422 && page.body().contains("name=\"cardholder\"") && where.endsWith("cardholder")) {
			assertThat(HtmlUtils.htmlUnescape(page.body())).as(where).contains(input);
		}
	}

	@Test
	@Tag("I1")
	void fieldValuesAreEscapedWhenTheFormIsShownAgain() {
		Page page = sameSession(this.customer.browser()).post("/checkout", "cardholder", "<b>\"O'Hara\" & co");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("value=\"&lt;b&gt;&quot;O&#39;Hara&quot; &amp; co\"");
	}

	@Test
	@Tag("I5")
	void noOtherFieldThanTheFormsOwnHasAnEffectOnSigningUp() {
		HttpBrowser browser = newBrowser();
		browser.get("/signup");
		Page page = browser.post("/signup", "username", "assigner", "password", "long enough", "role", "INSTRUCTOR",
				"demo", "true", "passwordHash", "x", "password_hash", "x", "createdAt", "2001-01-01", "name", "chuck",
				"form.role", "INSTRUCTOR", "authorities", "ROLE_INSTRUCTOR");
		assertThat(page.location()).isEqualTo("/lookup");
		assertThat(database().sql("select role, demo, name from account where name = 'assigner'").query().singleRow())
			.containsEntry("role", "CUSTOMER")
			.containsEntry("demo", false);
		assertThat(
				database().sql("select count(*) from account where role = 'INSTRUCTOR'").query(Integer.class).single())
			.isEqualTo(1);
	}

	@Test
	@Tag("I5")
	void noOtherFieldThanTheFormsOwnHasAnEffectOnTheSessionAndTheCart() {
		Customer buyer = newCustomer();
		HttpBrowser browser = buyer.browser();
		browser.post("/lookup", "phoneNumber", buyer.number(), "session", "x", "cart", "x", "user", "mark", "owner",
				"mark", "number", "+12125550142", "SPRING_SECURITY_CONTEXT", "x");
		assertThat(browser.follow().text()).contains(buyer.number());
		browser.post("/cart/items", "addOn", "hotspot", "quantity", "2", "price", "0.01", "unitPrice", "0.01", "paid",
				"true", "id", "mine", "number", "+12125550142", "lines[0].amount", "0.01");
		assertThat(browser.follow().text()).contains(buyer.number(), "Total $10.00").doesNotContain("212-555-0142");
		browser.get("/checkout");
		browser.post("/checkout", "cardholder", "A", "cardNumber", GOOD_CARD, "expiry", CardFixture.EXPIRY, "cvc",
				"123", "price", "0.01", "paid", "true", "customer", "mark", "status", "PENDING", "reference", "BP-MINE",
				"brand", "None", "currency", "XXX", "role", "INSTRUCTOR");
		assertThat(database().sql("select * from payment where customer = ?").param(buyer.name()).query().singleRow())
			.containsEntry("status", "APPROVED")
			.containsEntry("brand", "Visa")
			.containsEntry("currency", "USD")
			.hasEntrySatisfying("total", (total) -> assertThat(total).hasToString("10.00"))
			.hasEntrySatisfying("reference", (reference) -> assertThat(reference).isNotEqualTo("BP-MINE"));
	}

	@ParameterizedTest
	@Tag("I6")
	@ValueSource(strings = { "//evil.example", "///evil.example", "https://evil.example", "https:evil.example",
			"http:/evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "/%2F/evil.example",
			" //evil.example", "/login", "/logout", "/login?next=/login", "evil.example", "javascript:alert(1)",
			"data:text/html,x", "/cart\r\nX-Evil: 1", "/a/../../evil", "/@evil.example", "/.evil.example", "?next=x",
			"" })
	void loginNeverRedirectsToAnotherSite(String next) {
		String encoded = URLEncoder.encode(next, StandardCharsets.UTF_8);
		Page signedIn = sameSession(this.customer.browser()).get("/login?next=" + encoded);
		assertThat(signedIn.status()).isEqualTo(303);
		assertThat(signedIn.location()).isEqualTo("/lookup");
		assertThat(signedIn.headers()).doesNotContainKey("x-evil");
		assertThat(newBrowser().get("/login?next=" + encoded).main().body()).doesNotContain("name=\"next\"");
	}

	@Test
	@Tag("I6")
	void theSignInFormItselfLeadsToAPageOfOurs() {
		HttpBrowser browser = newBrowser();
		browser.get("/login");
		Page answer = browser.post("/login", "username", this.customer.name(), "password", this.customer.password(),
				"next", "//evil.example/cart");
		assertThat(answer.location()).isEqualTo("/lookup");
		browser.get("/lookup");
		assertThat(browser
			.post("/login", "username", this.customer.name(), "password", this.customer.password(), "next",
					"/payments?page=2")
			.location()).isEqualTo("/payments?page=2");
	}

	@ParameterizedTest
	@Tag("I6")
	@ValueSource(strings = { "https://evil.example//evil.example", "https://evil.example/login", "//evil.example",
			"https://evil.example/%2F%2Fevil.example", "javascript:alert(1)", "not a url at all",
			"https://evil.example", "/\\evil.example", "https://evil.example/a?b=c#//evil.example" })
	void aRefererLeadsNowhereElse(String referer) {
		Page error = newBrowser().with("Referer", referer).get("/nowhere");
		assertThat(error.status()).isEqualTo(404);
		assertThat(error.withoutServerView().body()).doesNotContain("evil");
		assertThat(error.body()).doesNotContainPattern("(href|src|action|value)=\"[^\"]*evil");
		HttpBrowser stale = newBrowser().with("Referer", referer);
		stale.cookies().put("BILLPAY_SESSION", "gone");
		assertThat(stale.send("POST", "/lookup", "phoneNumber=1").location()).startsWith("/login")
			.doesNotContain("evil");
	}

	@Test
	@Tag("I6")
	void thePageOneCameFromIsOneOfOurs() {
		assertThat(newBrowser().with("Referer", "https://evil.example/payments").get("/nowhere").body())
			.contains("href=\"/payments\"")
			.doesNotContainPattern("(href|src|action|value)=\"[^\"]*evil");
	}

}
