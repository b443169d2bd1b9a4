package billpay.system;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import billpay.support.NamedNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The conversation and the cookies on a projector, after one walk through the shop.
 */
@NamedNode
class ProjectedConversationTests {

	private static final String HEIGHT = "return document.documentElement.scrollHeight";

	/** Where a lifeline is, below its name and in the request that is looked at. */
	private static final String PLACES = """
			document.querySelector('#exchange-3').scrollIntoView();
			const middle = (e) => { const box = e.getBoundingClientRect(); return Math.round((box.left + box.right) / 2); };
			const all = (selector) => [...document.querySelectorAll(selector)].map(middle).join();
			return [Math.round(document.querySelector('.names').getBoundingClientRect().top), all('.names rect'),
				all('#exchange-3 .lifeline')].map(String);
			""";

	private static final String COPY = """
			const button = document.querySelector('#exchange-4 .copy button');
			button.closest('details').open = true;
			button.click();
			return button.checkVisibility();
			""";

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	@BeforeEach
	void thereIsABrowser() {
		Chromium.assumeInstalled();
	}

	@Test
	void staysShortAndKeepsTheNamesInView() {
		try (Visitor visitor = new Visitor("http://localhost:" + this.port, this.folder, Map.of())) {
			walk(visitor);
			ChromeDriver driver = visitor.driver();
			for (int width : new int[] { 1440, 1920 }) {
				driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
						Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
				visitor.open("/server-view").see("#exchange-11");
				if (width == 1440) {
					assertThat((Long) driver.executeScript(HEIGHT)).isLessThan(3000);
					visitor.open("/cookies").arriveAt("cookies.title");
					assertThat((Long) driver.executeScript(HEIGHT)).as("of the cookie page").isLessThan(3000);
					visitor.open("/server-view").see("#exchange-11");
				}
				List<?> places = (List<?>) driver.executeScript(PLACES);
				assertThat(places.get(0)).isEqualTo("0");
				assertThat(places.get(1)).isEqualTo(places.get(2));
			}
			assertThat(driver.executeScript(COPY)).isEqualTo(true);
			await().untilAsserted(
					() -> assertThat(driver.findElement(By.cssSelector("#exchange-4 [role=status]")).getText())
						.isIn(visitor.text("server-view.curl.copied"), visitor.text("server-view.curl.selected")));
		}
	}

	private static void walk(Visitor visitor) {
		visitor.open("/signup")
			.type("signup.username", "projected")
			.type("signup.password", "secret of the projected")
			.submit()
			.arriveAt("lookup.title");
		String number = visitor.driver().findElement(By.cssSelector(".choices button")).getText();
		visitor.clickOn(number).arriveAt("bill.title", number);
		visitor.driver().findElement(By.cssSelector(".add-ons button")).click();
		visitor.arriveAt("cart.title").click("cart.pay").arriveAt("checkout.title").pay("4242 4242 4242 4242");
		visitor.arriveAt("receipt.title").open("/payments").arriveAt("history.title");
	}

}
