package billpay.system;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The walk in real browsers, as people take it: two at once, and one without JavaScript.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TwoBrowsersTests {

	private static final Map<String, Object> NO_JAVASCRIPT = Map
		.of("profile.managed_default_content_settings.javascript", 2);

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient database;

	@TempDir
	private Path folder;

	@BeforeEach
	void thereIsABrowser() {
		Chromium.assumeInstalled();
	}

	@Test
	void twoPeopleWalkAtOnceEachToTheirOwnReceipt() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		CyclicBarrier together = new CyclicBarrier(2);
		try {
			Future<String> one = threads.submit(() -> walk("wanda", "Hotspot", "$47.50", Map.of(), together));
			Future<String> other = threads.submit(() -> walk("wilma", "Roaming week", "$57.50", Map.of(), together));
			String receiptOfOne = one.get(3, TimeUnit.MINUTES);
			String receiptOfOther = other.get(3, TimeUnit.MINUTES);
			assertThat(receiptOfOne).contains("wanda", "Hotspot").doesNotContain("wilma", "Roaming");
			assertThat(receiptOfOther).contains("wilma", "Roaming week").doesNotContain("wanda", "Hotspot");
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void theWalkNeedsNoJavaScript() throws Exception {
		try (Visitor visitor = newVisitor("no-script", NO_JAVASCRIPT)) {
			visitor.driver().get("data:text/html,<title>off</title><script>document.title = 'on'</script>");
			assertThat(visitor.driver().getTitle()).isEqualTo("off");
		}
		walk("nojs", "Hotspot", "$47.50", NO_JAVASCRIPT, new CyclicBarrier(1));
	}

	@Test
	@Tag("P4")
	void aPaymentThatIsBeingConfirmedTurnsIntoItsReceiptWithoutJavaScriptAndWithoutAClick() {
		try (Visitor visitor = newVisitor("waiting", NO_JAVASCRIPT)) {
			fillCart(visitor, "waiting");
			visitor.pay("4000 0000 0000 2024").arriveAt("confirming.title");
			assertThat(visitor.reads()).contains("do not pay again");
			this.database.sql("update sandbox_charge set answered_at = current_timestamp - interval '1' minute")
				.update();
			visitor.arriveAt("receipt.title");
			assertThat(visitor.reads()).contains("Thank you. Your payment was successful.", "Visa ending in 2024");
		}
	}

	@Test
	@Tag("P3")
	void theBackButtonAndADoubleClickAfterPayingEndOnTheOneReceipt() {
		try (Visitor visitor = newVisitor("backwards", Map.of())) {
			fillCart(visitor, "backwards");
			visitor.fillCard("4242 4242 4242 4242");
			visitor.driver()
				.executeScript("const f = document.querySelector('main form button'); f.click(); f.click(); f.click()");
			visitor.arriveAt("receipt.title");
			String receipt = visitor.driver().getCurrentUrl();
			visitor.driver().navigate().back();
			// The browser has kept the page as it was: the form is there to be sent
			// again.
			visitor.arriveAt("checkout.title").fillCard("5555 5555 5555 4444").submit().arriveAt("receipt.title");
			assertThat(visitor.driver().getCurrentUrl()).startsWith(receipt);
			visitor.open("/payments").arriveAt("history.title");
			assertThat(visitor.driver().findElements(By.cssSelector("main tbody tr"))).hasSize(1);
		}
	}

	private static void fillCart(Visitor visitor, String name) {
		visitor.open("/signup").arriveAt("signup.title");
		visitor.type("signup.username", name).type("signup.password", "secret of " + name).click("signup.submit");
		visitor.arriveAt("lookup.title").driver().findElement(By.cssSelector(".choices button")).click();
		visitor.see(".bill").click("bill.add").arriveAt("cart.title").click("cart.pay").arriveAt("checkout.title");
	}

	private Visitor newVisitor(String profile, Map<String, Object> preferences) {
		return new Visitor("http://localhost:" + this.port, this.folder.resolve(profile), preferences);
	}

	/**
	 * Walks from the front door to a receipt and out again.
	 * @param name the customer, who signs up
	 * @param addOn the add-on to take along
	 * @param total what bill and add-on come to
	 * @param preferences the browser's settings
	 * @param together where to wait for the other one
	 * @return what the receipt says
	 */
	private String walk(String name, String addOn, String total, Map<String, Object> preferences,
			CyclicBarrier together) throws Exception {
		try (Visitor visitor = newVisitor(name, preferences)) {
			visitor.open("/").arriveAt("home.title").click("home.sign-up").arriveAt("signup.title");
			visitor.type("signup.username", name).type("signup.password", "secret of " + name).click("signup.submit");
			visitor.arriveAt("lookup.title");
			String number = visitor.driver().findElement(By.cssSelector(".choices button")).getText();
			visitor.type("lookup.number", number).click("lookup.submit").arriveAt("bill.title", number);
			together.await(1, TimeUnit.MINUTES);

			visitor.click("bill.add").arriveAt("cart.title").click("cart.more").arriveAt("bill.title", number);
			visitor.driver().findElement(By.cssSelector("[aria-label='Add to cart: " + addOn + "']")).click();
			visitor.arriveAt("cart.title");
			assertThat(visitor.reads()).contains(addOn, number, "Total " + total);
			together.await(1, TimeUnit.MINUTES);

			visitor.click("cart.pay").arriveAt("checkout.title").pay("4242 4242 4242 4242").arriveAt("receipt.title");
			String receipt = visitor.reads();
			assertThat(receipt).contains("Thank you. Your payment was successful.", name, addOn, number, total);

			visitor.click("receipt.history")
				.arriveAt("history.title")
				.click("layout.sign-out")
				.arriveAt("logout.done.title");
			visitor.open("/").arriveAt("home.title");
			assertThat(visitor.reads()).contains("Welcome back, " + name);
			assertThat(visitor.complaints()).isEmpty();
			return receipt;
		}
	}

}
