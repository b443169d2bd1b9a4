package billpay.lab.mistake;

import java.util.Arrays;
import java.util.Map;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The mistakes, switched on, in the browser of a customer who has a cart in the shop. The
 * shop is the same afterwards.
 */
@TestPropertySource(properties = "billpay.lab.mistakes=true")
public abstract class MistakesOverHttp extends OverHttp {

	@LocalServerPort
	private int port;

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
	 * A browser that is signed in to the shop, and new to the lab. No answer of a mistake
	 * may set a cookie that is not the lab's.
	 * @return the browser
	 */
	protected HttpBrowser browser() {
		HttpBrowser browser = new LabBrowser(this.port);
		browser.cookies().putAll(this.customer.browser().cookies());
		browser.useToken(this.customer.browser().token());
		return browser;
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
		setsNoCookieButTheLabs(address, page);
		return page;
	}

	protected static String answer(Page page, String half) {
		return HtmlUtils.htmlUnescape(page.find("<p id=\"" + half + "-answer\"[^>]*>([^<]*)<"));
	}

	private static void setsNoCookieButTheLabs(String address, Page page) {
		assertThat(page.setCookies()).as(address).allMatch((cookie) -> cookie.startsWith("LAB_"));
	}

	protected static void refused(HttpBrowser browser, String address, String... fields) {
		Page page = post(browser, address, fields);
		assertThat(page.status()).as(address + Arrays.toString(fields)).isBetween(400, 499);
		assertThat(page.find("<p class=\"lead\">([^<]+)</p>")).endsWith(".");
	}

	/** A browser that looks at the cookies of every answer of a mistake. */
	private static final class LabBrowser extends HttpBrowser {

		LabBrowser(int port) {
			super("http://localhost:" + port);
		}

		@Override
		public Page send(String method, String path, String body) {
			Page page = super.send(method, path, body);
			if (path.startsWith("/lab/mistakes")) {
				setsNoCookieButTheLabs(path, page);
			}
			return page;
		}

	}

}
