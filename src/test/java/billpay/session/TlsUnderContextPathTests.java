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
 * TLS where the shop is not at the root of its host, so that the cookie cannot have the
 * prefix that asks for the root.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "server.servlet.context-path=/fb")
class TlsUnderContextPathTests {

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

	@Test
	@Tag("S1")
	void theSessionCookieIsSecureAndForTheContextPathAlone() {
		HttpBrowser browser = new HttpBrowser("https://localhost:" + this.port + "/fb", client);
		Page form = browser.get("/login");
		assertThat(form.setCookies()).hasSize(2).allSatisfy((cookie) -> assertThat(cookie).contains("; Secure;"));
		assertThat(form.setCookie("__Secure-BILLPAY_SESSION"))
			.matches("__Secure-BILLPAY_SESSION=[A-Za-z0-9_-]{32}; Path=/fb; Secure; HttpOnly; SameSite=Lax");
		browser.signIn("mark", "pay-my-bill");
		assertThat(browser.get("/cart").text()).contains("Your cart");
	}

}
