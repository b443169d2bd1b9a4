package billpay;

import billpay.support.Browser;
import billpay.support.HttpBrowser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cookies as a browser gets them, over real HTTP: what the container adds or loses,
 * MockMvc does not show.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Tag("session")
class CookieOverHttpTests {

	@LocalServerPort
	private int port;

	private Browser newBrowser() {
		return new HttpBrowser("http://localhost:" + this.port);
	}

	@Test
	@Tag("S1")
	void theSessionCookieIsTemporaryAndNoScriptOrOtherSiteGetsIt() {
		String cookie = newBrowser().get("/login").setCookie("BILLPAY_SESSION");
		assertThat(cookie).matches("BILLPAY_SESSION=[A-Za-z0-9_-]{32}; Path=/; HttpOnly; SameSite=Lax");
	}

	@Test
	void theVisitorCookieIsLongLived() {
		Browser browser = newBrowser();
		browser.get("/login");
		String cookie = browser.post("/login", "username", "jan", "password", "pay-my-bill")
			.setCookie("BILLPAY_VISITOR");
		assertThat(cookie).startsWith("BILLPAY_VISITOR=jan/").contains("Max-Age=31536000", "HttpOnly", "SameSite=Lax");
	}

}
