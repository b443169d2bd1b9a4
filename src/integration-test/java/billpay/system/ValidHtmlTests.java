package billpay.system;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import billpay.support.Browser;
import billpay.support.HttpBrowser;
import billpay.support.Page;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page, in every state, as it leaves the server, before the validator that stands
 * behind validator.w3.org/nu.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "billpay.lab.mistakes=true")
@Tag("C12")
class ValidHtmlTests {

	@LocalServerPort
	private int port;

	private final List<String> problems = new ArrayList<>();

	private int checked;

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh-TW" })
	void everyPageIsValid(String language) {
		Browser browser = new HttpBrowser("http://localhost:" + this.port);
		check(200, browser.get("/?lang=" + language));
		check(200, browser.get("/cookies"));
		check(200, browser.get("/server-view"));
		check(200, browser.get("/lessons"));
		check(200, browser.get("/lessons/two-nodes"));
		check(200, browser.get("/cookies?buttons"));
		lookAtTheMistakes(browser);
		check(200, browser.get("/login"));
		check(422, browser.post("/login", "username", "<b>", "password", "wrong"));
		check(200, browser.get("/logout"));
		check(200, browser.get("/signup"));
		check(422, browser.post("/signup", "username", "?", "password", "short"));
		String number = browser.signUp("valid-" + language.substring(0, 2));
		lookUpAndFillTheCart(browser, number);
		pay(browser, number, language);
		browser.cookies().put("<b>&\"'", "<b>&");
		check(200, browser.get("/cookies"));
		check(404, browser.post("/cookies/forget", "name", "<b>"));
		browser.cookies().remove("<b>&\"'");
		browser.get("/cart");
		check(200, browser.get("/server-view"));
		browser.post("/server-view/experiments", "experiment", "replay", "next", "/cart");
		check(200, browser.follow());
		check(200, browser.get("/account"));
		check(422, browser.post("/account/password"));
		check(403, browser.get("/instructor"));
		check(404, browser.get("/no-such-page"));
		check(405, browser.get("/cart/items"));
		check(200, browser.get("/logout"));
		browser.post("/logout");
		check(200, browser.follow());
		teach(browser);
		browser.get("/cookies");
		browser.post("/cookies/forget", "name", "BILLPAY_SESSION");
		check(200, browser.follow());
		assertThat(this.problems).isEmpty();
		assertThat(this.checked).isGreaterThan(20);
	}

	private void lookAtTheMistakes(Browser browser) {
		Page list = browser.get("/lab/mistakes");
		check(200, list);
		Pattern.compile("href=\"(/lab/mistakes/[^\"]+)\"")
			.matcher(list.body())
			.results()
			.forEach((link) -> check(200, browser.get(link.group(1))));
		check(200, browser.get("/lab/mistakes/get-that-pays/message"));
		check(200, browser.get("/lab/mistakes/no-csrf-token/other-site"));
		check(409, browser.post("/lab/mistakes/lost-update/right/save"));
	}

	private void lookUpAndFillTheCart(Browser browser, String number) {
		check(200, browser.get("/cart"));
		check(200, browser.get("/payments"));
		check(200, browser.get("/lookup"));
		check(422, browser.post("/lookup", "phoneNumber", "<b>"));
		browser.post("/lookup", "phoneNumber", number);
		Page bill = browser.get("/bill");
		check(200, bill);
		String id = bill.value("billId");
		check(422, browser.post("/cart/items", "billId", id, "amount", "\"a lot\""));
		check(422, browser.post("/cart/items", "addOn", "hotspot", "quantity", "99"));
		browser.post("/cart/items", "addOn", "hotspot", "quantity", "2");
		browser.post("/cart/items", "billId", id, "amount", "12.50");
		Page cart = browser.get("/cart");
		check(200, cart);
		String addOnLine = cart.find("/cart/items/([0-9a-f]+)\"");
		check(422, browser.post("/cart/items/" + addOnLine, "quantity", "99"));
		check(200, browser.get("/bill"));
	}

	private void pay(Browser browser, String number, String language) {
		check(200, browser.get("/checkout"));
		check(422, browser.post("/checkout"));
		check(422, browser.pay("4000 0000 0000 0002"));
		browser.pay("4242 4242 4242 4242");
		check(200, browser.follow());
		browser.fillCart(number);
		check(200, browser.get("/bill"));
		Browser neighbour = new HttpBrowser("http://localhost:" + this.port);
		neighbour.signUp("quick-" + language.substring(0, 2));
		neighbour.fillCart(number);
		neighbour.pay("4242 4242 4242 4242");
		Page cart = browser.get("/cart");
		check(200, cart);
		browser.post("/cart/items/" + cart.find("/cart/items/([0-9a-f]+)/remove") + "/remove");
		browser.post("/cart/items", "addOn", "hotspot");
		browser.get("/checkout");
		browser.pay("4000 0000 0000 2024");
		check(200, browser.follow());
		check(200, browser.get("/payments"));
	}

	private void teach(Browser browser) {
		browser.signIn("chuck", "of-the-instructor");
		check(200, browser.get("/instructor"));
		check(200, browser.get("/instructor/ledger"));
		check(200, browser.get("/instructor/sessions"));
		check(422, browser.post("/instructor/bills", "month", "\"<b>\""));
		check(422, browser.post("/instructor/bills", "month", "1999-12"));
	}

	private void check(int status, Page page) {
		assertThat(page.status()).as(page::body).isEqualTo(status);
		EmbeddedValidator validator = new EmbeddedValidator();
		validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
		validator.setForceHTML(true);
		validator.setNoLangDetect(true);
		String name = page.find("<title>(.*?)</title>") + " (" + status + ")";
		try {
			String messages = validator
				.validate(new ByteArrayInputStream(page.body().getBytes(StandardCharsets.UTF_8)));
			// Notes of lower rank tell of the slash in Spring's hidden field for the form
			// token.
			messages.lines()
				.filter((line) -> line.contains(": error: "))
				.forEach((line) -> this.problems.add(name + line));
		}
		catch (Exception ex) {
			throw new IllegalStateException(name, ex);
		}
		this.checked++;
	}

}
