package billpay.lab.mistake.payment;

import billpay.lab.mistake.MistakesOverHttp;
import billpay.support.HttpBrowser;
import billpay.support.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A GET that pays, and a POST without a redirect.
 */
class RepeatedPaymentTests extends MistakesOverHttp {

	@Test
	void theWrongLinkPaysAgainWhenItIsLoadedAgain() {
		HttpBrowser browser = browser();
		assertThat(answer(browser.get("/lab/mistakes/get-that-pays/wrong/pay"), "wrong")).contains("1, $40.00");
		assertThat(answer(browser.get("/lab/mistakes/get-that-pays/wrong/pay"), "wrong")).contains("2, $80.00");
	}

	@Test
	void theRightFormPaysByPostAlone() {
		HttpBrowser browser = browser();
		assertThat(browser.get("/lab/mistakes/get-that-pays/right/pay").status()).isEqualTo(405);
		Page page = send(browser, "get-that-pays/right/pay");
		assertThat(answer(page, "right")).contains("1, $40.00");
		assertThat(answer(browser.get("/lab/mistakes/get-that-pays"), "right")).contains("1, $40.00");
	}

	@Test
	void theMessageAsksForBothAddresses() {
		assertThat(browser().get("/lab/mistakes/get-that-pays/message").body())
			.contains("<img src=\"/lab/mistakes/get-that-pays/wrong/pay\"")
			.contains("<img src=\"/lab/mistakes/get-that-pays/right/pay\"");
	}

	@Test
	void theWrongPostRespondsWithThePageAndPaysAgain() {
		HttpBrowser browser = browser();
		assertThat(post(browser, "post-without-redirect/wrong/pay").status()).isEqualTo(200);
		Page reloaded = post(browser, "post-without-redirect/wrong/pay");
		assertThat(answer(reloaded, "wrong")).contains("2, $80.00");
	}

	@Test
	void theRightPostLeadsToAPageThatPaysNothing() {
		HttpBrowser browser = browser();
		Page page = post(browser, "post-without-redirect/right/pay");
		assertThat(page.status()).isEqualTo(303);
		assertThat(page.location()).isEqualTo("/lab/mistakes/post-without-redirect#right");
		assertThat(answer(browser.follow(), "right")).contains("1, $40.00");
		assertThat(answer(browser.get("/lab/mistakes/post-without-redirect"), "right")).contains("1, $40.00");
	}

	@Test
	void twoBrowsersPayEachForItself() {
		HttpBrowser other = browser();
		send(browser(), "post-without-redirect/right/pay");
		assertThat(answer(other.get("/lab/mistakes/post-without-redirect"), "right")).contains("Nothing has been paid");
	}

}
