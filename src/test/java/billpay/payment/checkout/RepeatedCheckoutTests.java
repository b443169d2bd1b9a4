package billpay.payment.checkout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import billpay.cart.Cart;
import billpay.support.CardFixture;
import billpay.support.ConcurrentTasks;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One cart, one charge: whatever is submitted again, and from wherever, ends on the one
 * receipt.
 */
@Tag("ledger")
@Tag("session")
class RepeatedCheckoutTests extends OverHttp {

	private static final String PAID_ALREADY = ": This cart has already been paid by this payment. A cart is paid only once, so you have not been charged again.";

	private static final String NOT_CHANGED = ": Your cart was not changed, because a payment for it was already in progress.";

	private static final String SLOW_CARD = "4000 0000 0000 2024";

	private static final String RESPONSE_LOST = "4000 0000 0000 5043";

	private static final String REQUEST_LOST = "4000 0000 0000 5035";

	@Autowired
	private TransactionOperations transaction;

	private Customer customer;

	private HttpBrowser browser;

	@BeforeAll
	void aCustomer() {
		this.customer = newCustomer();
	}

	@BeforeEach
	void aCart() {
		this.browser = newBrowser();
		this.browser.signIn(this.customer.name(), this.customer.password());
		this.browser.post("/lookup", "phoneNumber", this.customer.number());
		this.browser.post("/cart/items", "addOn", "hotspot", "quantity", "2");
		assertThat(this.browser.get("/cart").text()).contains("Total $10.00");
	}

	/**
	 * What a browser sends from the payment page.
	 * @param card with which card
	 * @return all fields, the hidden ones too
	 */
	private String[] formOf(HttpBrowser browser, String card) {
		Page page = browser.get("/checkout");
		assertThat(page.status()).isEqualTo(200);
		return new String[] { "cart", page.value("cart"), "total", page.value("total"), "cardholder", "A. Customer",
				"cardNumber", card, "expiry", CardFixture.EXPIRY, "cvc", "123" };
	}

	private static String[] without(String[] form, String field) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (int i = 0; i < form.length; i += 2) {
			fields.put(form[i], form[i + 1]);
		}
		fields.remove(field);
		return fields.entrySet()
			.stream()
			.flatMap((entry) -> List.of(entry.getKey(), entry.getValue()).stream())
			.toArray(String[]::new);
	}

	private int payments() {
		return database().sql("select count(*) from payment where customer = ?")
			.param(this.customer.name())
			.query(Integer.class)
			.single();
	}

	/**
	 * Requests of one session take turns here; that a cart is charged once without that,
	 * as on several nodes, is {@link ReconciliationTests}' matter.
	 */
	@Test
	@Tag("P1")
	void fiftyParallelPostsOfOneCheckoutAreOneChargeAndOneReceipt() throws Exception {
		int before = payments();
		String[] form = formOf(this.browser, GOOD_CARD);
		List<Page> answers = ConcurrentTasks.run(50, (i) -> {
			HttpBrowser same = sameSession(this.browser);
			return () -> same.post("/checkout", form);
		});
		assertThat(answers).extracting(Page::status).containsOnly(303);
		assertThat(answers).extracting(Page::location).containsOnly(answers.get(0).location());
		assertThat(this.browser.get(answers.get(0).location()).text())
			.contains("Thank you. Your payment was successful.");
		assertThat(payments()).isEqualTo(before + 1);
	}

	@Test
	@Tag("P3")
	void aReloadOfThePostEndsOnTheReceiptWithAndWithoutThePagesOwnFields() {
		String[] form = formOf(this.browser, GOOD_CARD);
		String receipt = this.browser.post("/checkout", form).location();
		int payments = payments();
		assertThat(this.browser.follow().notice()).isEmpty();
		this.browser.post("/checkout", form);
		assertThat(this.browser.arrival()).isEqualTo(receipt + PAID_ALREADY);
		this.browser.post("/checkout", without(without(form, "cart"), "total"));
		assertThat(this.browser.arrival()).isEqualTo(receipt + PAID_ALREADY);
		assertThat(this.browser.post("/checkout", without(form, "cardNumber")).location()).isEqualTo(receipt);
		assertThat(payments()).isEqualTo(payments);
	}

	@Test
	@Tag("P3")
	void theBackButtonAfterPayingLeadsToTheReceiptAndNotToAForm() {
		String receipt = this.browser.post("/checkout", formOf(this.browser, GOOD_CARD)).location();
		this.browser.get("/checkout");
		assertThat(this.browser.arrival()).isEqualTo(receipt + PAID_ALREADY);
		assertThat(this.browser.get(receipt).text()).contains("Thank you. Your payment was successful.");
		assertThat(this.browser.get("/cart").text()).contains("Your cart is empty.");
	}

	@Test
	@Tag("P3")
	void anOldFormEndsOnItsReceiptAndLeavesTheNextCartAlone() {
		String[] old = formOf(this.browser, GOOD_CARD);
		String receipt = this.browser.post("/checkout", old).location();
		this.browser.post("/cart/items", "addOn", "roaming-week");
		String[] next = formOf(this.browser, GOOD_CARD);
		assertThat(this.browser.post("/checkout", old).location()).isEqualTo(receipt);
		assertThat(this.browser.get("/cart").text()).contains("Roaming week", "Total $15.00");
		String nextReceipt = this.browser.post("/checkout", next).location();
		assertThat(nextReceipt).isNotEqualTo(receipt);
		assertThat(this.browser.post("/checkout", old).location()).isEqualTo(receipt);
		assertThat(this.browser.post("/checkout", next).location()).isEqualTo(nextReceipt);
	}

	@Test
	@Tag("P3")
	void anOldFormEndsOnItsReceiptFromAnotherSessionOfTheCustomerAndFromNobodyElses() {
		String[] old = formOf(this.browser, GOOD_CARD);
		String receipt = this.browser.post("/checkout", old).location();
		HttpBrowser again = newBrowser();
		again.signIn(this.customer.name(), this.customer.password());
		assertThat(again.post("/checkout", old).location()).isEqualTo(receipt);
		HttpBrowser other = newCustomer().browser();
		other.get("/cart");
		other.post("/checkout", old);
		assertThat(other.arrival()).isEqualTo("/cart: Your cart is empty. You will find past payments under Payments.");
	}

	@Test
	@Tag("P7")
	void aCartThatChangedInAnotherTabIsShownAgainAndNotCharged() {
		int before = payments();
		String[] seen = formOf(this.browser, GOOD_CARD);
		HttpBrowser otherTab = sameSession(this.browser);
		otherTab.post("/cart/items", "addOn", "roaming-week");
		Page again = this.browser.post("/checkout", seen);
		assertThat(again.status()).isEqualTo(422);
		assertThat(again.text()).contains("Your cart has changed since you opened this page.", "Roaming week",
				"Total $25.00");
		assertThat(payments()).isEqualTo(before);
		String receipt = this.browser.post("/checkout", formOf(this.browser, GOOD_CARD)).location();
		assertThat(this.browser.follow().text()).contains("Total $25.00");
		assertThat(this.browser.post("/checkout", seen).location()).isEqualTo(receipt);
		assertThat(payments()).isEqualTo(before + 1);
	}

	@Test
	@Tag("P7")
	void anotherCartOfTheSameTotalIsShownAgainToo() {
		String[] seen = formOf(this.browser, GOOD_CARD);
		String line = this.browser.get("/cart").find("/cart/items/([0-9a-f]+)/remove");
		this.browser.post("/cart/items/" + line + "/remove");
		this.browser.post("/cart/items", "addOn", "data-5gb");
		assertThat(this.browser.get("/cart").text()).contains("Total $10.00");
		Page again = this.browser.post("/checkout", seen);
		assertThat(again.status()).isEqualTo(422);
		assertThat(again.text()).contains("Your cart has changed since you opened this page.", "Data pack 5 GB");
	}

	@Test
	@Tag("P6")
	void aBillThatIsBeingPaidIsSaidToBeSoAndCanBePaidAgainWhenThatFails() {
		Customer payer = newCustomer();
		payer.fillCart(newBill(payer.number(), "10.00"));
		HttpBrowser other = newBrowser();
		other.signIn(this.customer.name(), this.customer.password());
		other.post("/lookup", "phoneNumber", payer.number());
		String bill = other.get("/bill").find("\\$10\\.00[\\s\\S]*?name=\"billId\" value=\"(\\d+)\"");
		other.post("/cart/items", "billId", bill);
		payer.browser().pay(SLOW_CARD);
		assertThat(other.get("/cart").text()).contains("A payment for this bill is being confirmed.");
		assertThat(other.get("/bill").text()).contains("A payment of $10.00 is being confirmed.");
		assertThat(other.post("/cart/items", "billId", bill).status()).isEqualTo(422);
		other.get("/checkout");
		assertThat(other.arrival())
			.isEqualTo("/cart: Some items in your cart cannot be paid. Please check them below.");
		database()
			.sql("update sandbox_charge set answer = 'DECLINED', answered_at = current_timestamp - interval '1' hour"
					+ " where idempotency_key = (select payment from payment_line where bill = ?)")
			.param(Long.valueOf(bill))
			.update();
		await().until(() -> !other.get("/cart").text().contains("being confirmed"));
		assertThat(other.get("/checkout").text()).contains("Total $10.00");
		assertThat(other.pay(GOOD_CARD).location()).startsWith("/payments/");
		assertThat(payer.browser().get("/cart").text()).contains("This bill has already been paid.");
	}

	@Test
	@Tag("P6")
	void aBillThatSomebodyElseHoldsForTooLongIsNotChargedAndIsNoError() throws Exception {
		long bill = newBill(this.customer.number(), "10.00");
		this.browser.post("/cart/items", "billId", Long.toString(bill));
		String[] form = formOf(this.browser, GOOD_CARD);
		CountDownLatch held = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		CompletableFuture<Void> other = CompletableFuture
			.runAsync(() -> this.transaction.executeWithoutResult((status) -> {
				database().sql("update bill set paid = paid where id = ?").param(bill).update();
				held.countDown();
				await().until(() -> answered.getCount() == 0);
			}));
		held.await();
		try {
			this.browser.post("/checkout", form);
			assertThat(this.browser.arrival()).isEqualTo(
					"/cart: A bill in your cart has just been paid, or is being paid, in another checkout. You have not been charged. Please review your cart.");
		}
		finally {
			answered.countDown();
			other.join();
		}
		assertThat(this.browser.post("/checkout", form).location()).startsWith("/payments/BP-");
	}

	@ParameterizedTest
	@Tag("I3")
	@ValueSource(strings = { "x", ".", "..", "x.1", "'; drop table payment; --", "0.0" })
	void aForgedCartIsNotBelieved(String stamp) {
		int before = payments();
		String[] form = formOf(this.browser, GOOD_CARD);
		form[1] = stamp;
		assertThat(this.browser.post("/checkout", form).status()).isEqualTo(422);
		assertThat(payments()).isEqualTo(before);
	}

	@Test
	@Tag("P4")
	void aSlowPaymentIsBeingConfirmedAndItsCartStaysAsItIs() {
		String[] form = formOf(this.browser, SLOW_CARD);
		String address = this.browser.post("/checkout", form).location();
		Page page = this.browser.follow();
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Refresh")).isEqualTo("2; url=" + address);
		assertThat(page.text())
			.contains("Your payment is being confirmed", "do not pay again", "Until then, your cart cannot be changed.",
					"Hotspot", "Total $10.00", "Visa ending in 2024")
			.doesNotContain("Thank you");
		int payments = payments();
		assertThat(this.browser.post("/checkout", form).location()).isEqualTo(address);
		assertThat(this.browser.follow().notice()).as("the page says it already").isEmpty();
		for (String path : List.of("/checkout", "/cart")) {
			this.browser.get(path);
			assertThat(this.browser.arrival()).as(path).isEqualTo(address + ": ");
		}
		for (String path : List.of("/cart/items", "/cart/items/0", "/cart/items/0/remove")) {
			this.browser.post(path, "addOn", "hotspot", "quantity", "1");
			assertThat(this.browser.arrival()).as(path).isEqualTo(address + NOT_CHANGED);
		}
		Page reloaded = this.browser.get(address);
		assertThat(reloaded.notice()).as("is told once").isEmpty();
		assertThat(reloaded.body()).contains("Cart (0)");
		assertThat(reloaded.body()).contains("cart = empty; payment " + address.substring("/payments/".length())
				+ " in progress for 1 line: hotspot");
		assertThat(reloaded.header("Refresh")).isEqualTo("2; url=" + address);
		assertThat(this.browser.get("/bill").status()).isEqualTo(200);
		assertThat(this.browser.get("/payments").text()).contains(address.substring("/payments/".length()),
				"being confirmed");
		assertThat(payments()).isEqualTo(payments);
	}

	@Test
	@Tag("P4")
	void noNoticeSaysThatAPaymentIsInProgressWhenItHasEnded() {
		String address = this.browser.post("/checkout", formOf(this.browser, RESPONSE_LOST)).location();
		assertThat(this.browser.get("/cart").location()).isEqualTo(address);
		await().until(() -> database().sql("select status from payment where reference = ?")
			.param(address.substring("/payments/".length()))
			.query(String.class)
			.single()
			.equals("APPROVED"));
		Page receipt = this.browser.follow();
		assertThat(receipt.text()).contains("Thank you. Your payment was successful.");
		assertThat(receipt.notice()).isEmpty();
	}

	@Test
	@Tag("P4")
	void aPaymentThatTakesVeryLongIsLookedForLessOftenAndAtLastNotByItself() {
		String address = this.browser.post("/checkout", formOf(this.browser, SLOW_CARD)).location();
		age(address, "2");
		assertThat(this.browser.get(address).header("Refresh")).isEqualTo("10; url=" + address);
		age(address, "11");
		Page page = this.browser.get(address);
		assertThat(page.headers()).doesNotContainKey("refresh");
		assertThat(page.text()).contains("This is taking longer than usual.");
	}

	private void age(String address, String minutes) {
		database()
			.sql("update payment set created_at = created_at - interval '" + minutes + "' minute where reference = ?")
			.param(address.substring("/payments/".length()))
			.update();
	}

	@Test
	@Tag("P4")
	void aLostAnswerEndsOnTheReceiptAndTheCartIsEmpty() {
		String address = this.browser.post("/checkout", formOf(this.browser, RESPONSE_LOST)).location();
		assertThat(this.browser.follow().text()).contains("Your payment is being confirmed");
		await().until(() -> this.browser.get(address).text().contains("Thank you. Your payment was successful."));
		assertThat(this.browser.get(address).headers()).doesNotContainKey("refresh");
		assertThat(this.browser.get(address).body()).contains("Cart (0)");
		assertThat(((Cart) sessionOf(this.browser).get("cart")).openLines()).isEmpty();
		assertThat(this.browser.get("/cart").text()).contains("Your cart is empty.");
		this.browser.get("/checkout");
		assertThat(this.browser.arrival()).isEqualTo(address + PAID_ALREADY);
		this.browser.post("/cart/items", "addOn", "voicemail-plus");
		assertThat(this.browser.get("/cart").text()).contains("Total $2.50").doesNotContain("Hotspot");
		assertThat(this.browser.pay(GOOD_CARD).location()).startsWith("/payments/BP-").isNotEqualTo(address);
	}

	@Test
	@Tag("P4")
	@Tag("P8")
	void aLostRequestEndsAtTheCartWithNothingLost() {
		String[] form = formOf(this.browser, REQUEST_LOST);
		String address = this.browser.post("/checkout", form).location();
		assertThat(this.browser.follow().text()).contains("Your payment is being confirmed");
		await().until(() -> this.browser.get(address).status() == 303);
		this.browser.get(address);
		assertThat(this.browser.arrival())
			.isEqualTo("/cart: Your payment was not completed. You have not been charged.");
		Page cart = this.browser.get("/cart");
		assertThat(cart.text()).contains("Hotspot", "Total $10.00");
		assertThat(cart.body()).contains("Cart (1)");
		assertThat(this.browser.get("/bill").status()).isEqualTo(200);
		form[7] = GOOD_CARD;
		String receipt = this.browser.post("/checkout", form).location();
		assertThat(receipt).isNotEqualTo(address);
		assertThat(this.browser.follow().text()).contains("Thank you. Your payment was successful.", "Total $10.00");
		assertThat(this.browser.get("/payments").body()).contains(receipt).doesNotContain(address);
		assertThat(this.browser.get(address).location()).as("a tab that still waits").isEqualTo(receipt);
	}

	@Test
	@Tag("C2")
	void lookingAtAPaymentThatHasEndedChangesNothingInTheSession() {
		String address = this.browser.post("/checkout", formOf(this.browser, RESPONSE_LOST)).location();
		Map<String, Object> session = sessionOf(this.browser);
		await().until(() -> this.browser.get(address).text().contains("Thank you. Your payment was successful."));
		this.browser.get("/cart");
		assertThat(sessionOf(this.browser).get("cart")).isEqualTo(session.get("cart"));
	}

}
