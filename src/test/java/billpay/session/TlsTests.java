package billpay.session;

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
 * What changes when the shop itself speaks TLS.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TlsTests {

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
	void theSessionCookieIsSecureAndNobodyButThisHostCanSetIt() {
		Page form = newBrowser().get("/login");
		assertThat(form.setCookies()).hasSize(2).allSatisfy((cookie) -> assertThat(cookie).contains("; Secure;"));
		assertThat(form.setCookie("__Host-BILLPAY_SESSION"))
			.matches("__Host-BILLPAY_SESSION=[A-Za-z0-9_-]{32}; Path=/; Secure; HttpOnly; SameSite=Lax");
	}

	@Test
	@Tag("S1")
	void theSessionCookieThatSignInSetsIsSecureToo() {
		HttpBrowser mark = newBrowser();
		mark.get("/login");
		Page answer = mark.post("/login", "username", "mark", "password", "pay-my-bill");
		assertThat(answer.location()).isEqualTo("/lookup");
		assertThat(answer.setCookie("__Host-BILLPAY_SESSION")).contains("; Secure", "; Path=/;")
			.doesNotContain("Domain", "Expires", "Max-Age");
		assertThat(answer.setCookie("BILLPAY_VISITOR")).contains("; Secure");
		assertThat(mark.follow().text()).contains("Look up a bill");
	}

	@Test
	@Tag("S1")
	void aCookieWithoutThePrefixIsNotLookedAt() {
		HttpBrowser mark = newBrowser();
		mark.signIn("mark", "pay-my-bill");
		HttpBrowser other = newBrowser();
		other.cookies().put("BILLPAY_SESSION", mark.cookies().get("__Host-BILLPAY_SESSION"));
		assertThat(other.get("/cart").location()).isEqualTo("/login?next=%2Fcart");
		assertThat(mark.get("/cart").status()).isEqualTo(200);
	}

	@Test
	@Tag("C6")
	void everyAnswerTellsTheBrowserToComeByTlsForAYearOrMore() {
		HttpBrowser browser = newBrowser();
		String styles = browser.get("/").find("href=\"(/assets/[^\"]+\\.css)\"");
		for (String path : new String[] { "/", "/cart", "/nowhere", "/healthcheck", "/;jsessionid=x", styles }) {
			String age = browser.get(path).header("Strict-Transport-Security").replaceFirst("^max-age=(\\d+).*", "$1");
			assertThat(age).as(path).isNotEmpty();
			assertThat(Long.parseLong(age)).as(path).isGreaterThanOrEqualTo(31_536_000);
		}
	}

}
