package billpay.cookies;

import billpay.support.HttpBrowser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of cookies tells the truth where the shop is not at the root of its host.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "server.servlet.context-path=/fb")
class CookieTruthUnderContextPathTests {

	@LocalServerPort
	private int port;

	private HttpBrowser newBrowser() {
		return new HttpBrowser("http://localhost:" + this.port + "/fb");
	}

	@Test
	@Tag("S1")
	void attributesOnThePageEqualThoseOfTheSetCookieHeader() {
		CookieTruth.check(newBrowser(), "mark", "pay-my-bill", "BILLPAY_SESSION", "BILLPAY_VISITOR", "BILLPAY_BROWSER",
				"BILLPAY_LANGUAGE", "BILLPAY_SERVER_VIEW");
	}

	@Test
	void thePageAndItsFormsStayBelowTheContextPath() {
		HttpBrowser browser = newBrowser();
		browser.cookies().put("BILLPAY_LANGUAGE", "en");
		assertThat(browser.get("/cookies").body()).contains("href=\"/fb/cookies?buttons\"",
				"<code class=\"attribute\">Path=/fb<");
		assertThat(browser.get("/cookies?buttons").body()).contains("action=\"/fb/cookies/forget\"")
			.doesNotContainPattern("(href|src|action)=\"(?!/fb/|#)");
		browser.post("/cookies/forget", "name", "BILLPAY_LANGUAGE");
		assertThat(browser.arrival()).isEqualTo("/cookies: Your browser has been told to delete the cookie.");
	}

}
