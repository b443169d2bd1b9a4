package billpay.session;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import billpay.support.HttpBrowser;
import billpay.support.Page;
import billpay.support.RawHttp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The walk where the shop is not at the root of its host; the browser of these tests
 * refuses to follow a redirect that leads out of it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "server.servlet.context-path=/fb")
class ContextPathTests {

	private static final Pattern ADDRESS = Pattern.compile("(?:href|src|action)=\"([^\"#]+)");

	@LocalServerPort
	private int port;

	private HttpBrowser newBrowser() {
		return new HttpBrowser("http://localhost:" + this.port + "/fb");
	}

	@Test
	@Tag("S1")
	void everyCookieIsForTheContextPathAlone() {
		HttpBrowser mark = newBrowser();
		Page form = mark.get("/login");
		assertThat(form.setCookies()).hasSize(2).allSatisfy((cookie) -> assertThat(cookie).contains("; Path=/fb;"));
		assertThat(form.setCookie("BILLPAY_SESSION"))
			.matches("BILLPAY_SESSION=[A-Za-z0-9_-]{32}; Path=/fb; HttpOnly; SameSite=Lax");
		Page signedIn = mark.post("/login", "username", "mark", "password", "pay-my-bill");
		assertThat(signedIn.setCookies()).hasSize(4).allSatisfy((cookie) -> assertThat(cookie).contains("; Path=/fb;"));
		assertThat(mark.get("/?lang=zh-TW").setCookie("BILLPAY_LANGUAGE")).contains("; Path=/fb;");
		mark.get("/cart");
		assertThat(mark.post("/logout").setCookie("BILLPAY_SESSION")).contains("Max-Age=0", "; Path=/fb");
	}

	@Test
	void theWalkStaysBelowTheContextPath() {
		HttpBrowser mark = newBrowser();
		assertThat(mark.get("/bill").location()).isEqualTo("/fb/login?next=%2Fbill");
		Page form = mark.follow();
		assertThatEveryAddressIsBelow(form);
		assertThat(mark.post("/login", "username", "mark", "password", "pay-my-bill", "next", form.main().value("next"))
			.location()).isEqualTo("/fb/bill");
		assertThat(mark.follow().location()).isEqualTo("/fb/lookup");
		assertThatEveryAddressIsBelow(mark.follow());
		assertThat(mark.post("/lookup", "phoneNumber", "+1 212-555-0142").location()).isEqualTo("/fb/bill");
		Page bill = mark.follow();
		assertThat(bill.text()).contains("Bill for +1 212-555-0142");
		assertThatEveryAddressIsBelow(bill);
		assertThat(mark.post("/cart/items", "addOn", "hotspot", "quantity", "1").location()).isEqualTo("/fb/cart");
		Page cart = mark.follow();
		assertThat(cart.notice()).isEqualTo("Added to your cart.");
		assertThatEveryAddressIsBelow(cart);
		assertThatEveryAddressIsBelow(mark.get("/checkout"));
		assertThat(mark.pay("4242424242424242").location()).startsWith("/fb/payments/");
		assertThat(mark.follow().text()).contains("Receipt");
		assertThat(mark.post("/logout").location()).isEqualTo("/fb/logout");
		assertThat(mark.follow().text()).contains("You are signed out");
	}

	@Test
	@Tag("C4")
	@Tag("C5")
	void theWayToTheContextPathHasSecurityHeaders() {
		Page answer = new HttpBrowser("http://localhost:" + this.port).send("GET", "/fb", "");
		assertThat(answer.location()).isEqualTo("/fb/");
		assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
	}

	@Test
	void theContainersOwnErrorPageLeadsBelowTheContextPath() {
		Page page = new RawHttp(this.port).get("/%");
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.body()).contains("<a href=\"/fb/\">Home page</a>");
	}

	@Test
	void loginReturnsBelowTheContextPathAfterTheSessionHasEnded() {
		HttpBrowser mark = newBrowser();
		mark.signIn("mark", "pay-my-bill");
		mark.cookies().put("BILLPAY_SESSION", "A".repeat(32));
		mark.with("Referer", "http://localhost:" + this.port + "/fb/bill");
		assertThat(mark.post("/cart/items").location()).isEqualTo("/fb/login?next=%2Fbill");
		mark.cookies().put("BILLPAY_SESSION", "A".repeat(32));
		mark.with("Referer", "http://localhost:" + this.port + "/bill");
		assertThat(mark.post("/cart/items").location()).isEqualTo("/fb/login");
		assertThat(mark.follow().text()).contains("Your session has ended. It was not used for a while,");
	}

	@Test
	void staticFilesAndTheHealthCheckAreBelowTheContextPathAndSetNoCookie() {
		Page home = newBrowser().get("/");
		List<String> below = List.of(home.find("href=\"/fb(/assets/[^\"]+\\.css)\""),
				home.find("href=\"/fb(/webjars/[^\"]+\\.css)\""), "/healthcheck");
		for (String path : below) {
			Page answer = newBrowser().get(path);
			assertThat(answer.status()).as(path).isEqualTo(200);
			assertThat(answer.setCookies()).isEmpty();
		}
	}

	private static void assertThatEveryAddressIsBelow(Page page) {
		assertThat(page.status()).isEqualTo(200);
		Matcher addresses = ADDRESS.matcher(page.body());
		int found = 0;
		while (addresses.find()) {
			assertThat(addresses.group(1)).startsWith("/fb/");
			found++;
		}
		assertThat(found).isGreaterThan(5);
	}

}
