package billpay.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of the lab, and that it leaves the shop alone.
 */
class LabTests extends OverHttp {

	private static final List<String> TECHNIQUES = List.of("nothing", "query-string", "hidden-field", "cookie",
			"signed-cookie", "session-id-in-url", "server-session", "session-storage", "local-storage", "token");

	static Stream<String> techniques() {
		return TECHNIQUES.stream();
	}

	@Test
	void theLabListsTheTechniquesInTheOrderOfTheLesson() {
		Page lab = newBrowser().get("/lab");
		assertThat(lab.status()).isEqualTo(200);
		Matcher links = Pattern.compile("<li>\\s*<a href=\"/lab/([a-z-]+)\"").matcher(lab.body());
		assertThat(links.results().map((link) -> link.group(1))).containsExactlyElementsOf(TECHNIQUES);
		assertThat(newBrowser().get("/").body()).contains("href=\"/lab\"");
	}

	@Test
	void everyCellOfTheComparisonLeadsToWhatShowsIt() {
		HttpBrowser browser = newBrowser();
		Page lab = browser.get("/lab");
		List<String> cells = Pattern.compile("<td[^>]*><a href=\"([^\"]+)\"")
			.matcher(lab.body())
			.results()
			.map((cell) -> cell.group(1))
			.distinct()
			.toList();
		assertThat(cells).hasSizeGreaterThan(40);
		for (String cell : cells) {
			String[] parts = cell.split("#");
			assertThat(browser.get(parts[0]).body()).as(cell).contains("id=\"" + parts[1] + "\"");
		}
		assertThat(lab.body()).doesNotContain("not measured");
	}

	@ParameterizedTest
	@MethodSource("techniques")
	void nothingOfTheShopIsChanged(String technique) {
		Customer customer = newCustomer();
		customer.fillCart(newBill(customer.number(), "42.50"));
		HttpBrowser browser = customer.browser();
		Map<String, Object> session = sessionOf(browser);
		Map<String, Object> rows = everyRow();
		Map<String, String> cookies = Map.copyOf(browser.cookies());
		browser.get("/lab");
		browser.get("/lab/" + technique);
		Page page = browser.send("POST", "/lab/" + technique + "/number", "phoneNumber=2125550101");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.setCookies())
			.allMatch((cookie) -> cookie.startsWith("LAB_") && cookie.contains("; Path=/lab/" + technique + ";"));
		browser.send("POST", "/lab/" + technique + "/change", "attempt=STEAL&text=");
		browser.send("POST", "/lab/" + technique + "/card", "card=lab-visa");
		browser.send("POST", "/lab/state/reset", "");
		assertThat(sessionOf(browser)).isEqualTo(session);
		assertThat(everyRow()).isEqualTo(rows);
		assertThat(browser.cookies()).isEqualTo(cookies);
		assertThat(page.body()).doesNotContain(browser.sessionId());
	}

	@Test
	void aStrangerGetsNoCookieOfTheShop() {
		for (String technique : TECHNIQUES) {
			assertThat(newBrowser().get("/lab/" + technique).setCookies()).as(technique).isEmpty();
			assertThat(newBrowser().send("POST", "/lab/" + technique + "/card", "card=lab-visa").setCookies())
				.as(technique)
				.isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("techniques")
	@Tag("I1")
	void brokenStateIsAPageWithASentence(String technique) {
		List<String> broken = List.of("", "x", "2125550101", "2125550101_bill_40.00~", "2125550101_bill_-1.00",
				"2125550101_bill_40.00~AAAA", "~", "..", "a.b.c", "eyJhbGciOiJub25lIn0.e30.",
				"2125550101" + "_bill_40.00".repeat(300), "x".repeat(3900), "%00", "%ff%fe",
				"<script>alert(1)</script>");
		for (String state : broken) {
			for (Page page : sendEverywhere(technique, state)) {
				assertThat(page.status()).as(state).isIn(200, 400, 422);
				assertThat(page.body()).contains("<h1").doesNotContain("<script>alert");
			}
		}
	}

	private HttpBrowser withCookies(String state) {
		String value = state.replaceAll("[^A-Za-z0-9._~-]", "");
		return newBrowser().with("Cookie",
				"LAB_ORDER=" + value + "; LAB_SIGNED_ORDER=" + value + "; LAB_SESSION=" + value);
	}

	@Test
	void theStateOfOneTechniqueIsNoneOfAnother() {
		Page balances = newBrowser().send("POST", "/lab/browsers/sessions", "");
		List<String> states = new ArrayList<>(List.of(balances.location().replaceAll(".*[?&]a=([^&]+).*", "$1")));
		for (String technique : TECHNIQUES.subList(1, TECHNIQUES.size())) {
			states.add(newBrowser().send("POST", "/lab/" + technique + "/number", "phoneNumber=2125550101")
				.find("<code id=\"state\">([^<]+)</code>"));
		}
		String token = states.get(states.size() - 1);
		states.add(token.substring(0, token.lastIndexOf('.')) + "~" + token.substring(token.lastIndexOf('.') + 1));
		for (String technique : TECHNIQUES) {
			for (String state : states) {
				for (Page page : sendEverywhere(technique, state)) {
					assertThat(page.status()).as(technique + " " + state).isIn(200, 422);
				}
			}
		}
	}

	private List<Page> sendEverywhere(String technique, String state) {
		return List.of(
				newBrowser().send("POST", "/lab/" + technique + "/card", "card=x&order=" + state + "&sid=" + state),
				newBrowser().with("Authorization", "Bearer " + state.replace("%", ""))
					.send("POST", "/lab/" + technique + "/card", "card=x"),
				withCookies(state).send("POST", "/lab/" + technique + "/card", "card=x"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "phoneNumber=2125550199", "phoneNumber=", "lines=1", "phoneNumber=2125550101&lines=0",
			"phoneNumber=2125550101&lines=1001", "phoneNumber=2125550101&lines=many" })
	void aNumberThatTheLabDoesNotKnowIsAnErrorAtTheField(String form) {
		Page page = newBrowser().send("POST", "/lab/cookie/number", form);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("error-summary", "class=\"error\"").doesNotContain("NumberFormatException");
		assertThat(page.setCookies()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site" })
	@Tag("C3")
	void aFormOfAnotherSiteIsRefused(String site) {
		List<String> forms = forms();
		// The mistake that is about a form of another site.
		forms.removeIf((form) -> form.startsWith("/lab/mistakes/no-csrf-token/"));
		assertThat(forms).contains("/lab/cookie/number", "/lab/state/reset");
		for (String form : forms) {
			Page page = newBrowser().with("Sec-Fetch-Site", site).send("POST", form, "phoneNumber=2125550101");
			assertThat(page.status()).as(form).isEqualTo(403);
			assertThat(page.body()).as(form).contains("Another site has sent this form.");
			assertThat(page.setCookies()).as(form).isEmpty();
		}
	}

	@Test
	@Tag("I4")
	void aMalformedRequestIsRefusedByEveryForm() {
		for (String form : forms()) {
			for (String body : List.of("phoneNumber=1&phoneNumber=2", "order=%ff", "order=%zz", "sid=%00")) {
				assertThat(newBrowser().send("POST", form, body).status()).as(form + " " + body).isEqualTo(400);
			}
			assertThat(newBrowser().send("POST", form, "order=" + "a".repeat(1_000_000)).status()).as(form)
				.isEqualTo(413);
			assertThat(newBrowser().send("POST", form, "").status()).as(form).isBetween(303, 499);
		}
	}

	@Test
	@Tag("C3")
	void anOriginOfAnotherSiteIsRefusedWhereTheBrowserSaysNothingElse() {
		HttpBrowser browser = newBrowser().with("Origin", "https://evil.example");
		assertThat(browser.send("POST", "/lab/cookie/number", "phoneNumber=2125550101").status()).isEqualTo(403);
		assertThat(browser.with("Sec-Fetch-Site", "same-origin")
			.send("POST", "/lab/cookie/number", "phoneNumber=2125550101")
			.status()).isEqualTo(200);
	}

	private List<String> forms() {
		return addresses(RequestMethod.POST).stream()
			.filter((address) -> address.startsWith("/lab/"))
			.map((address) -> address.replace("{technique}", "cookie").replace("{mistake}", "client-price"))
			.collect(Collectors.toCollection(ArrayList::new));
	}

	@Test
	void anAddressThatIsEditedOrPassedOnShowsTheForm() {
		assertThat(newBrowser().get("/lab/query-string/card?order=2125550101_bill_1.00").body()).contains(
				"$1.00 is due for <span>(212) 555-0101</span>.", "/lab/query-string/card?order=2125550101_bill_1.00");
		String address = newBrowser().send("POST", "/lab/session-id-in-url/number", "phoneNumber=2125550101")
			.find("action=\"(/lab/session-id-in-url/card[^\"]+)\"");
		assertThat(newBrowser().get(address).body()).contains("$40.00 is due for <span>(212) 555-0101</span>.");
		assertThat(newBrowser().get("/lab/query-string/card?order=x").status()).isEqualTo(422);
		assertThat(newBrowser().get("/lab/nothing/card").body()).contains("For which number?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/lab/server-session", "/lab/session-id-in-url", "/lab/browsers" })
	void aPageWithSessionsSaysThatTheyAreInOneMemory(String page) {
		assertThat(newBrowser().get(page).text()).containsPattern("in the memory of (one node|the one server)");
		assertThat(newBrowser().get(page + "?lang=zh-TW").text()).containsPattern("一個節點的記憶體|一台伺服器的記憶體");
	}

	@Test
	void theResetSaysThatItIsDone() {
		HttpBrowser browser = newBrowser();
		Page reset = browser.send("POST", "/lab/state/reset", "");
		assertThat(reset.setCookies()).allMatch((cookie) -> cookie.startsWith("LAB_"));
		Page page = browser.get(reset.location());
		assertThat(page.body()).containsPattern("role=\"status\">The lab is reset: [^<]+</p>[\\s\\S]*<h1>");
		assertThat(page.setCookies()).as("no session of the shop").isEmpty();
		assertThat(browser.get("/lab").body()).doesNotContain("The lab is reset");
	}

	@Test
	void whatDoesNotExistIsA404() {
		assertThat(newBrowser().get("/lab/telepathy").status()).isEqualTo(404);
		assertThat(newBrowser().send("POST", "/lab/telepathy/card", "card=x").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@MethodSource("techniques")
	void theCodeOnThePageIsInTheSource(String technique) throws IOException {
		Page page = newBrowser().get("/lab/" + technique);
		String place = page.find("<p><code>([^<]*)</code></p>\\s*<pre");
		String source = HtmlUtils.htmlUnescape(page.find("<code class=\"source\">(.*?)</code>"));
		Path file = place.equals("lab.js") ? Path.of("src/main/resources/static/lab.js")
				: source(place.substring(0, place.indexOf('.')) + ".java");
		assertThat(source.lines().count()).isLessThanOrEqualTo(3);
		assertThat(withoutIndentation(Files.readString(file))).contains(withoutIndentation(source));
	}

	private static Path source(String name) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java/billpay/lab/technique"))) {
			return files.filter((file) -> file.endsWith(name)).findFirst().orElseThrow();
		}
	}

	private static String withoutIndentation(String code) {
		return code.replaceAll("(?m)^\\s+", "");
	}

}
