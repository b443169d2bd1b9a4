package billpay.web;

import java.util.List;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a redirect leaves to be told on the page after it.
 */
@Tag("session")
class NoticeTests extends OverHttp {

	private static final String ATTRIBUTE = "org.springframework.web.servlet.support.SessionFlashMapManager.FLASH_MAPS";

	private Customer customer;

	@BeforeAll
	void aCustomer() {
		this.customer = newCustomer();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/lookup", "/cart", "/payments", "/cookies", "/login", "/lessons", "/server-view" })
	void noLinkMakesAPageTellOne(String path) {
		for (HttpBrowser browser : List.of(newBrowser(), sameSession(this.customer.browser()))) {
			for (String notice : List.of("bill-paid-elsewhere", "notice.bill-paid-elsewhere", "paid-already")) {
				assertThat(browser.get(path + "?notice=" + notice).body()).as(notice)
					.doesNotContain("class=\"notice\"")
					.doesNotContain("You have not been charged");
			}
		}
	}

	@Test
	void isShownOnceAndOnItsPageOnly() {
		HttpBrowser browser = this.customer.browser();
		browser.post("/lookup", "phoneNumber", this.customer.number());
		browser.post("/cart/items", "addOn", "hotspot");
		assertThat(browser.get("/bill").notice()).isEmpty();
		assertThat(sessionOf(browser)).containsKey(ATTRIBUTE);
		assertThat(browser.get("/cart").notice()).isEqualTo("Added to your cart.");
		assertThat(sessionOf(browser)).doesNotContainKey(ATTRIBUTE);
		assertThat(browser.get("/cart").notice()).isEmpty();
	}

	@Test
	void aFormThatIsSentTwiceIsToldOnce() {
		HttpBrowser browser = this.customer.browser();
		browser.post("/lookup", "phoneNumber", this.customer.number());
		browser.post("/cart/items", "addOn", "hotspot");
		browser.post("/cart/items", "addOn", "hotspot");
		assertThat(browser.get("/cart").notice()).isEqualTo("Added to your cart.");
		assertThat(browser.get("/cart").notice()).isEmpty();
	}

	@Test
	void tellsOnlyTheLatestWhenNoRedirectIsFollowed() {
		HttpBrowser browser = this.customer.browser();
		browser.post("/lookup", "phoneNumber", this.customer.number());
		browser.post("/cart/items", "addOn", "hotspot");
		String line = browser.get("/cart").find("/cart/items/([0-9a-f]+)/remove");
		browser.post("/cart/items", "addOn", "hotspot");
		browser.post("/cart/items/" + line + "/remove");
		assertThat(browser.get("/cart").notice()).isEqualTo("Removed from your cart.");
		assertThat(browser.get("/cart").notice()).isEmpty();
	}

	@Test
	void isShownInTheLanguageOfThePage() {
		HttpBrowser browser = this.customer.browser();
		browser.post("/lookup", "phoneNumber", this.customer.number());
		browser.post("/cart/items", "addOn", "hotspot");
		assertThat(browser.get("/cart?lang=zh-TW").notice()).isEqualTo("已加入購物車。");
		browser.get("/cart?lang=en");
	}

	@Test
	@Tag("S13")
	void aStrangerWhoIsLedElsewhereGetsNoSessionForIt() {
		for (String path : List.of("/bill", "/checkout", "/cart", "/payments/BP-00000-00000")) {
			Page page = newBrowser().get(path);
			assertThat(page.status()).isEqualTo(303);
			assertThat(page.setCookies()).as(path).allMatch((cookie) -> cookie.startsWith("BILLPAY_SERVER_VIEW="));
		}
	}

}
