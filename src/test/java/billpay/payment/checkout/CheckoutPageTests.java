package billpay.payment.checkout;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import billpay.support.CardFixture;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Paying, as the customer meets it.
 */
@ExtendWith(OutputCaptureExtension.class)
@Tag("ledger")
@Tag("session")
class CheckoutPageTests extends OverHttp {

	private static final String NUMBER = "5105105105105100";

	private static final String PROCESSING_ERROR = "4000 0000 0000 0119";

	private static final String CVC = "8642".substring(1);

	private Customer customer;

	private HttpBrowser browser;

	private long bill;

	@BeforeAll
	void aCustomer() {
		this.customer = newCustomer();
		this.browser = this.customer.browser();
	}

	@BeforeEach
	void aBillInTheCart() {
		this.bill = newBill(this.customer.number(), "33.10");
		for (int i = 0; i < 2 && !this.browser.get("/cart").text().contains("Your cart is empty."); i++) {
			this.browser
				.post("/cart/items/" + this.browser.get("/cart").find("/cart/items/([0-9a-f]+)/remove") + "/remove");
		}
		this.customer.fillCart(this.bill);
		assertThat(this.browser.get("/checkout").text()).contains("Total $33.10");
	}

	private Page pay(String number, String... more) {
		String[] fields = new String[8 + more.length];
		System.arraycopy(new String[] { "cardholder", "Erika Mustermann", "cardNumber", number, "expiry",
				CardFixture.EXPIRY, "cvc", CVC }, 0, fields, 0, 8);
		System.arraycopy(more, 0, fields, 8, more.length);
		return this.browser.post("/checkout", fields);
	}

	private BigDecimal paid() {
		return database().sql("select paid from bill where id = ?").param(this.bill).query(BigDecimal.class).single();
	}

	private int payments(String status) {
		return database().sql("select count(*) from payment where customer = ? and status = ?")
			.params(this.customer.name(), status)
			.query(Integer.class)
			.single();
	}

	@Test
	@Tag("P7")
	void amountChangedAfterThePageWasShownIsConfirmedAgainAndNotCharged() {
		String total = this.browser.get("/checkout").value("total");
		assertThat(total).isEqualTo("33.10");
		int before = payments("APPROVED") + payments("PENDING") + payments("DECLINED");
		database().sql("update bill set amount = 50.00 where id = ?").param(this.bill).update();
		Page page = pay(NUMBER, "total", total);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text()).contains("The total has changed since you opened this page.", "Total $50.00");
		assertThat(payments("APPROVED") + payments("PENDING") + payments("DECLINED")).isEqualTo(before);
		assertThat(paid()).isZero();
		assertThat(pay(NUMBER, "total", page.value("total")).status()).isEqualTo(303);
		assertThat(paid()).isEqualByComparingTo("50.00");
	}

	@Test
	@Tag("P7")
	void anAddOnWhosePriceChangedIsAskedForAgain() {
		database().sql("insert into add_on values ('changing', 3.00, 99, true)").update();
		database().sql("insert into add_on_text values ('changing', 'en', 'Changing', 'Its price does not stay')")
			.update();
		this.browser.post("/cart/items", "addOn", "changing");
		String total = this.browser.get("/checkout").value("total");
		database().sql("update add_on set price = 2.00 where code = 'changing'").update();
		assertThat(pay(NUMBER, "total", total).status()).isEqualTo(422);
		database().sql("update add_on set for_sale = false where code = 'changing'").update();
		pay(NUMBER);
		assertThat(this.browser.arrival())
			.isEqualTo("/cart: Some items in your cart cannot be paid. Please check them below.");
		assertThat(this.browser.get("/cart").text()).contains("This item is no longer available.");
		assertThat(paid()).isZero();
	}

	@Test
	@Tag("I3")
	void aForgedTotalIsNotBelieved() {
		for (String total : new String[] { "0.01", "0", "-33.10", "33.1", "abc", "99999999999999999999" }) {
			assertThat(pay(NUMBER, "total", total).status()).as(total).isEqualTo(422);
		}
		assertThat(paid()).isZero();
		assertThat(pay(NUMBER, "amount", "0.01", "price", "0.01").status()).isEqualTo(303);
		assertThat(this.browser.follow().text()).contains("Total $33.10");
	}

	@ParameterizedTest
	@Tag("P8")
	@Tag("P9")
	@ValueSource(strings = { "4000 0000 0000 0002", "4000 0000 0000 9995", "4000 0000 0000 0069", "4000 0000 0000 0127",
			PROCESSING_ERROR })
	void aDeclineCostsNothing(String card) {
		Map<String, Object> bills = Map.of("bill", everyRow().get("bill"));
		int approved = payments("APPROVED");
		Page page = pay(card);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.find("class=\"error-summary\"(.*?)</div>")).contains("You have not been charged");
		assertThat(page.body()).doesNotContain("value=\"" + CVC + "\"").doesNotContain("value=\"" + card);
		assertThat(Map.of("bill", everyRow().get("bill"))).isEqualTo(bills);
		assertThat(this.browser.get("/cart").text()).contains("Total $33.10");
		assertThat(this.browser.get("/bill").text()).contains(this.customer.number());
		assertThat(payments("APPROVED")).isEqualTo(approved);
		assertThat(payments("PENDING")).isZero();
		String declined = database()
			.sql("select reference from payment where customer = ? and status = 'DECLINED' order by created_at desc")
			.param(this.customer.name())
			.query(String.class)
			.list()
			.get(0);
		assertThat(this.browser.get("/payments").body()).doesNotContain(declined);
		this.browser.get("/payments/" + declined);
		assertThat(this.browser.arrival())
			.isEqualTo("/cart: Your payment was not completed. You have not been charged.");
		this.browser.get("/checkout");
		assertThat(pay(GOOD_CARD).location()).matches("/payments/BP-[0-9A-Z]{5}-[0-9A-Z]{5}").doesNotContain(declined);
		assertThat(paid()).isEqualByComparingTo("33.10");
	}

	@Test
	@Tag("P9")
	@Tag("P10")
	@Tag("L3")
	void aCardNumberIsInNoTableInNoLogAndOnNoPage(CapturedOutput output) {
		Page declined = pay(PROCESSING_ERROR);
		Page mistyped = pay("5105 1051 0510 5109");
		pay("51051051O5105100");
		pay(NUMBER);
		Page receipt = this.browser.follow();
		assertThat(receipt.text()).contains("Mastercard ending in 5100")
			.doesNotContain("5105")
			.doesNotContain("051051");
		for (Page page : List.of(declined, mistyped, receipt, this.browser.get("/payments"))) {
			assertThat(page.body()).doesNotContain(NUMBER).doesNotContain("5105 1051").doesNotContain(CVC + "\"");
		}
		String digits = everyRow().toString();
		assertThat(digits).contains("Mastercard", "5100")
			.doesNotContain(NUMBER)
			.doesNotContain("510510")
			.doesNotContain("5105 1051")
			.doesNotContain(PROCESSING_ERROR)
			.doesNotContain("400000000000")
			.doesNotContain("Mustermann")
			.doesNotContain("=" + CVC + ",")
			.doesNotContain("=" + CVC + "}");
		assertThat(output).contains("answer=APPROVED")
			.doesNotContain(NUMBER)
			.doesNotContain("510510")
			.doesNotContain("5105 1051")
			.doesNotContain("Mustermann");
		assertThat(sessionOf(this.browser).toString()).doesNotContain(NUMBER).doesNotContain("510510");
	}

	@Test
	@Tag("L1")
	void aPaymentIsLogged(CapturedOutput output) {
		String reference = pay(NUMBER).location().substring("/payments/".length());
		assertThat(output.getOut().lines().filter((line) -> line.contains(reference))).singleElement()
			.asString()
			.containsPattern("INFO \\[request=[0-9a-f]{8} session=#[0-9a-f]{8} address=127\\.0\\.0\\.1]")
			.endsWith("payment: user=" + this.customer.name() + " reference=" + reference
					+ " total=33.10 answer=APPROVED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " / " })
	void anExpiryMayBeTypedWithoutItsSlashAndIsShownWithIt(String slash) {
		Page page = submitExpiry(CardFixture.EXPIRY.replace("/", slash));
		assertThat(page.value("expiry")).isEqualTo(CardFixture.EXPIRY);
		assertThat(page.body()).doesNotContain("id=\"expiry-error\"");
	}

	@ParameterizedTest
	@CsvSource({ "1330, 13/30", "123, 123" })
	void anExpiryThatIsRefusedIsShownAsItIsRead(String typed, String shown) {
		Page page = submitExpiry(typed);
		assertThat(page.value("expiry")).isEqualTo(shown);
		assertThat(page.body()).contains("id=\"expiry-error\"");
	}

	private Page submitExpiry(String typed) {
		Page page = this.browser.post("/checkout", "cardholder", "A", "cardNumber", NUMBER, "expiry", typed, "cvc", "");
		assertThat(page.status()).isEqualTo(422);
		return page;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			cardholder | ''                   | Enter the name on the card.
			cardNumber | ''                   | Enter the card number.
			cardNumber | abc                  | A card number has 12 to 19 digits.
			cardNumber | -1                   | A card number has 12 to 19 digits.
			cardNumber | 4242424242424241     | This card number is not valid.
			cardNumber | ４２４２４２４２４２４２４２４２ | A card number has 12 to 19 digits.
			expiry     | ''                   | Enter the expiry date.
			expiry     | 13/30                | Enter the expiry date as MM/YY, for example 09/28.
			expiry     | abc                  | Enter the expiry date as MM/YY, for example 09/28.
			expiry     | 12/20                | This card has expired.
			expiry     | 12/99                | This expiry date is too far in the future.
			cvc        | ''                   | Enter the security code.
			cvc        | 12                   | The security code of this card has 3 digits.
			cvc        | 12345                | The security code of this card has 3 digits.
			cvc        | abc                  | The security code of this card has 3 digits.
			""")
	void aFieldThatIsWrongSaysWhyAndNothingIsCharged(String field, String typed, String reason) {
		int before = payments("DECLINED") + payments("APPROVED");
		Page page = this.browser.post("/checkout", "cardholder", (field.equals("cardholder")) ? typed : "A",
				"cardNumber", (field.equals("cardNumber")) ? typed : NUMBER, "expiry",
				(field.equals("expiry")) ? typed : CardFixture.EXPIRY, "cvc", (field.equals("cvc")) ? typed : "123");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.textOf("#" + field + "-error")).startsWith(reason);
		assertThat(payments("DECLINED") + payments("APPROVED")).isEqualTo(before);
		assertThat(paid()).isZero();
	}

}
