package billpay.cookies;

import java.net.http.HttpClient;
import java.nio.file.Path;

import billpay.support.HttpBrowser;
import billpay.support.Page;
import billpay.support.TlsKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of cookies tells the truth where the shop speaks TLS, prefix and all.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CookieTruthOverTlsTests {

	@TempDir
	private static Path folder;

	private static HttpClient client;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void tls(DynamicPropertyRegistry registry) {
		TlsKey key = TlsKey.in(folder);
		key.register(registry);
		client = key.client();
	}

	private HttpBrowser newBrowser() {
		return new HttpBrowser("https://localhost:" + this.port, client);
	}

	@Test
	@Tag("S1")
	void attributesOnThePageEqualThoseOfTheSetCookieHeader() {
		CookieTruth.check(newBrowser(), "mark", "pay-my-bill", "__Host-BILLPAY_SESSION", "BILLPAY_VISITOR",
				"BILLPAY_BROWSER", "BILLPAY_LANGUAGE", "__Host-BILLPAY_SERVER_VIEW");
	}

	@Test
	void thePrefixIsExplainedAndTlsToo() {
		Page page = newBrowser().get("/cookies");
		assertThat(CookieTruth.cards(page).get("__Host-BILLPAY_SESSION")).contains("The name has a prefix");
		assertThat(CookieTruth.shared(page))
			.contains("sent over TLS only",
					"Scripts, other sites and anyone who intercepts the network traffic cannot read it")
			.doesNotContain("plain HTTP");
		assertThat(CookieTruth.cards(page).get("BILLPAY_VISITOR")).doesNotContain("prefix");
	}

	@Test
	void thePaneNamesEveryCookieOfOursThatIsSet() {
		HttpBrowser browser = newBrowser();
		Page page = browser.get("/login");
		assertThat(page.setCookies()).anyMatch((cookie) -> cookie.startsWith("__Host-BILLPAY_SERVER_VIEW="));
		assertThat(page.body()).contains("Set-Cookie: __Host-BILLPAY_SESSION=#",
				"Set-Cookie: __Host-BILLPAY_SERVER_VIEW=#");
	}

	@Test
	@Tag("S15")
	void aSessionCookieWithoutThePrefixIsNotOursAndItsValueIsNotShown() {
		HttpBrowser browser = newBrowser();
		browser.cookies().put("BILLPAY_SESSION", "A".repeat(32));
		Page page = browser.get("/cookies");
		assertThat(page.text()).contains("BILLPAY_SESSION with 32 characters");
		assertThat(page.body()).doesNotContain("A".repeat(32));
	}

}
