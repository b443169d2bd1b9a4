package billpay.lab.mistake;

import java.util.Arrays;
import java.util.Map;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import org.springframework.test.context.TestPropertySource;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The mistakes, switched on, in the browser of a customer who has a cart in the shop. The
 * shop is the same afterwards.
 */
@TestPropertySource(properties = "billpay.lab.mistakes=true")
public abstract class MistakesOverHttp extends OverHttp {

	private Customer customer;

	private Map<String, Object> rows;

	private Map<String, Object> attributes;

	@BeforeAll
	void aCustomerWithACart() {
		this.customer = newCustomer();
		this.customer.fillCart(newBill(this.customer.number(), "12.00"));
		this.customer.browser().get("/cart");
		this.rows = everyRow();
		this.attributes = sessionOf(this.customer.browser());
		assertThat(this.attributes).containsKeys("cart", "phoneNumber");
	}

	@AfterAll
	void theShopIsTheSame() {
		assertThat(everyRow()).isEqualTo(this.rows);
		assertThat(sessionOf(this.customer.browser())).isEqualTo(this.attributes);
	}

	/**
	 * A browser that is signed in to the shop, and new to the lab.
	 * @return the browser
	 */
	protected HttpBrowser browser() {
		return sameSession(this.customer.browser());
	}

	/**
	 * Sends a form of a mistake and goes where the answer leads.
	 * @param browser the browser
	 * @param address below {@code /lab/mistakes/}
	 * @param fields names and values by turns
	 * @return the page in the end
	 */
	protected static Page send(HttpBrowser browser, String address, String... fields) {
		Page page = post(browser, address, fields);
		return (page.status() == 303) ? browser.follow() : page;
	}

	protected static Page post(HttpBrowser browser, String address, String... fields) {
		Page page = browser.post("/lab/mistakes/" + address, fields);
		assertThat(page.setCookies()).as(address).allMatch((cookie) -> cookie.startsWith("LAB_"));
		return page;
	}

	protected static String answer(Page page, String half) {
		return HtmlUtils.htmlUnescape(page.find("<p id=\"" + half + "-answer\"[^>]*>([^<]*)<"));
	}

	protected static void refused(HttpBrowser browser, String address, String... fields) {
		Page page = post(browser, address, fields);
		assertThat(page.status()).as(address + Arrays.toString(fields)).isBetween(400, 499);
		assertThat(page.find("<p class=\"lead\">([^<]+)</p>")).endsWith(".");
	}

}
