package billpay.cart.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import billpay.cart.Cart;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What goes into the cart, and what does not.
 */
@Tag("ledger")
@Tag("session")
class CartFormsTests extends OverHttp {

	private Customer customer;

	private HttpBrowser browser;

	private long bill;

	@BeforeAll
	void aCustomer() {
		this.customer = newCustomer();
		this.browser = this.customer.browser();
	}

	@BeforeEach
	void anEmptyCartAndABillOfTwenty() {
		this.bill = newBill(this.customer.number(), "20.00");
		this.browser.post("/lookup", "phoneNumber", this.customer.number());
		for (String line : lines()) {
			this.browser.post("/cart/items/" + line + "/remove");
		}
		assertThat(this.browser.get("/cart").text()).contains("Your cart is empty.");
	}

	private String[] lines() {
		return Pattern.compile("/cart/items/([0-9a-f]+)/remove")
			.matcher(this.browser.get("/cart").body())
			.results()
			.map((found) -> found.group(1))
			.toArray(String[]::new);
	}

	private Page addBill(String amount) {
		return this.browser.post("/cart/items", "billId", Long.toString(this.bill), "amount", amount);
	}

	@ParameterizedTest
	@Tag("I2")
	@ValueSource(
			strings = { "abc", "-1", "-0.01", "1e3", "1,50", "1.234", "NaN", "Infinity", "0x10", "99999999999999999999",
					"9223372036854775808", "2147483648.001", "1.", ".5", "12 34", "１２", "١٢", "$5", "1;2" })
	void anAmountThatIsNoneIsShownAgainWithTheReasonAtTheField(String amount) {
		Page page = addBill(amount);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.textOf("#amount-error")).isEqualTo("Enter an amount, for example 12.50.");
		assertThat(page.attribute("#amount", "value")).isEqualTo(amount);
		assertThat(lines()).isEmpty();
	}

	@ParameterizedTest
	@Tag("I2")
	@ValueSource(strings = { "0", "0.00", "0.99", "20.01", "9999999999.99", "2147483648" })
	void anAmountOutOfRangeIsShownAgainWithTheRangeAtTheField(String amount) {
		Page page = addBill(amount);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.textOf("#amount-error")).isEqualTo("Enter an amount from 1.00 to 20.00.");
		assertThat(lines()).isEmpty();
	}

	@ParameterizedTest
	@Tag("I2")
	@ValueSource(
			strings = { "0", "-1", "11", "1.5", "abc", "2147483648", "9223372036854775808", "1e1", "0x1", "١", "+1" })
	void aQuantityOutOfRangeIsShownAgainWithTheRangeAtTheField(String quantity) {
		Page page = this.browser.post("/cart/items", "addOn", "hotspot", "quantity", quantity);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.textOf("#quantity-error")).isEqualTo("Enter a quantity from 1 to 10.");
		assertThat(page.attribute("#quantity", "value")).isEqualTo(quantity);
		assertThat(lines()).isEmpty();
	}

	@Test
	@Tag("I2")
	void aLineInTheCartIsChangedWithinTheSameBounds() {
		this.browser.post("/cart/items", "addOn", "hotspot", "quantity", "2");
		addBill("");
		String[] lines = lines();
		for (String quantity : new String[] { "0", "-1", "11", "abc", "2147483648" }) {
			Page page = this.browser.post("/cart/items/" + lines[0], "quantity", quantity);
			assertThat(page.status()).isEqualTo(422);
			assertThat(page.textOf("#quantity-error")).contains("from 1 to 10");
		}
		for (String amount : new String[] { "0", "-1", "20.01", "abc", "9999999999999999999" }) {
			Page page = this.browser.post("/cart/items/" + lines[1], "amount", amount);
			assertThat(page.status()).isEqualTo(422);
			assertThat(page.body()).contains("id=\"amount-error\"");
		}
		assertThat(this.browser.get("/cart").text()).contains("Total $30.00");
		this.browser.post("/cart/items/" + lines[0], "quantity", "3");
		assertThat(this.browser.arrival()).isEqualTo("/cart: Your cart has been updated.");
		this.browser.post("/cart/items/" + lines[1], "amount", "5");
		assertThat(this.browser.arrival()).isEqualTo("/cart: Your cart has been updated.");
		assertThat(this.browser.get("/cart").text()).contains("Total $20.00", "Partial payment of the $20.00");
	}

	@Test
	@Tag("I5")
	void aFieldThatTheItemDoesNotHaveHasNoEffect() {
		assertThat(this.browser.post("/cart/items", "billId", Long.toString(this.bill), "quantity", "abc").status())
			.isEqualTo(303);
		assertThat(this.browser.post("/cart/items", "addOn", "hotspot", "amount", "x").status()).isEqualTo(303);
		String[] lines = lines();
		assertThat(lines).hasSize(2);

		assertThat(this.browser.post("/cart/items/" + lines[0], "amount", "5.00", "quantity", "abc").status())
			.isEqualTo(303);
		assertThat(this.browser.post("/cart/items/" + lines[1], "quantity", "2", "amount", "x").status())
			.isEqualTo(303);

		assertThat(this.browser.get("/cart").text()).contains("Total $15.00");
	}

	@Test
	@Tag("I3")
	void pricesInAFormHaveNoEffect() {
		this.browser.post("/cart/items", "addOn", "hotspot", "quantity", "1", "price", "0.01", "amount", "0.01",
				"total", "0.01", "unitPrice", "0.01");
		this.browser.post("/cart/items", "billId", Long.toString(this.bill), "price", "0.01", "owed", "0.01", "paid",
				"19.99", "number", "+12125550142");
		assertThat(this.browser.get("/cart").text()).contains("$5.00", "$20.00", "Total $25.00");
	}

	@Test
	@Tag("I3")
	void aFormInAnOldTabBuysNothingForTheNumberThatAnotherTabHasLookedUp() {
		Page oldTab = this.browser.get("/bill");
		this.browser.post("/lookup", "phoneNumber", "+1 646 555 0117");

		Page page = this.browser.post("/cart/items", addOnFields(oldTab, "hotspot", "3"));

		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text()).contains("Bill for +1 646-555-0117", "Nothing was added to your cart");
		assertThat(page.find("value=\"hotspot\">\\s*<input name=\"quantity\"[^>]*\\svalue=\"([^\"]*)\""))
			.isEqualTo("3");
		assertThat(lines()).isEmpty();
		this.browser.post("/cart/items", addOnFields(page, "hotspot", "3"));
		assertThat(this.browser.follow().text()).contains("+1 646-555-0117", "Total $15.00");
	}

	// What a browser sends of the form that a page has for an add-on.
	private static String[] addOnFields(Page page, String addOn, String quantity) {
		List<String> fields = new ArrayList<>(List.of("quantity", quantity));
		String form = Pattern.compile("<form action=\"/cart/items\".*?</form>", Pattern.DOTALL)
			.matcher(page.body())
			.results()
			.map(MatchResult::group)
			.filter((found) -> found.contains("value=\"" + addOn + "\""))
			.findFirst()
			.orElseThrow();
		Pattern.compile("<input type=\"hidden\" name=\"([a-zA-Z]+)\" value=\"([^\"]*)\"")
			.matcher(form)
			.results()
			.forEach((field) -> Collections.addAll(fields, field.group(1), field.group(2)));
		return fields.toArray(String[]::new);
	}

	@Test
	@Tag("I3")
	@Tag("A6")
	void aBillOfAnotherNumberIsNotThere() {
		long others = newBill("+1 212-555-0142", "11.00");
		Object[] ids = { others, 0, -1, Long.MAX_VALUE, "9223372036854775808", "abc", "1 or 1=1",
				"99999999999999999999" };
		for (Object id : ids) {
			Page page = this.browser.post("/cart/items", "billId", id.toString());
			assertThat(page.status()).as("%s", id).isEqualTo(404);
			assertThat(page.text()).as("%s", id)
				.contains("Bill not found", "The number that you looked up has no such bill.")
				.doesNotContain("11.00");
		}
		assertThat(lines()).isEmpty();
	}

	@Test
	@Tag("I3")
	void anAddOnThatIsNotSoldIsNotThere() {
		for (String code : new String[] { "nothing", "HOTSPOT", "hotspot'--", "*" }) {
			Page page = this.browser.post("/cart/items", "addOn", code);
			assertThat(page.status()).isEqualTo(404);
			assertThat(page.text()).contains("This add-on is not available.");
		}
		assertThat(lines()).isEmpty();
	}

	@Test
	@Tag("A6")
	void aLineOfSomebodyElsesCartIsNotThere() {
		Customer other = newCustomer();
		other.browser().fillCart(other.number());
		String line = other.browser().get("/cart").find("/cart/items/([0-9a-f]+)/remove");
		addBill("");
		for (String path : new String[] { "/cart/items/" + line, "/cart/items/" + line + "/remove" }) {
			Page page = this.browser.post(path, "amount", "1.00", "quantity", "1");
			assertThat(page.status()).isEqualTo(404);
			assertThat(page.text()).contains("This item is not in your cart", "Your cart shows");
		}
		assertThat(lines()).hasSize(1);
		assertThat(other.browser().get("/cart").text()).contains("Total $42.50");
	}

	@Test
	void theSameBillTwiceIsOneLineWithTheLaterAmount() {
		addBill("");
		addBill("");
		assertThat(this.browser.arrival()).isEqualTo("/cart: Added to your cart.");
		assertThat(this.browser.get("/cart").text()).contains("Total $20.00");
		addBill("7.5");
		assertThat(lines()).hasSize(1);
		assertThat(this.browser.get("/cart").text()).contains("Total $7.50", "Partial payment of the $20.00");
		assertThat(this.browser.get("/bill").text()).contains("In your cart");
	}

	@Test
	void aBillIsPaidInPartsAndLastOfAllWhatIsLeft() {
		addBill("19.50");
		this.browser.get("/checkout");
		assertThat(this.browser.pay(GOOD_CARD).location()).startsWith("/payments/");
		assertThat(paid()).isEqualByComparingTo("19.50");
		this.browser.get("/bill");
		// Less than the minimum payment, although more is left.
		assertThat(addBill("0.40").status()).isEqualTo(422);
		assertThat(addBill("0.51").status()).isEqualTo(422);
		addBill("0.50");
		assertThat(this.browser.arrival()).isEqualTo("/cart: Added to your cart.");
		this.browser.get("/checkout");
		assertThat(this.browser.pay(GOOD_CARD).location()).startsWith("/payments/");
		assertThat(paid()).isEqualByComparingTo("20.00");
	}

	private BigDecimal paid() {
		return database().sql("select paid from bill where id = ?").param(this.bill).query(BigDecimal.class).single();
	}

	@Test
	void aBillThatSomebodyPaidMeanwhileIsPointedOutAndCannotBePaidAgain() {
		addBill("");
		this.browser.get("/checkout");
		database().sql("update bill set paid = amount where id = ?").param(this.bill).update();
		Page cart = this.browser.get("/cart");
		assertThat(cart.text()).contains("This bill has already been paid.", "Total $0.00");
		assertThat(cart.main().body()).doesNotContain("href=\"/checkout\"");
		this.browser.pay(GOOD_CARD);
		assertThat(this.browser.arrival())
			.isEqualTo("/cart: Some items in your cart cannot be paid. Please check them below.");
		this.browser.get("/checkout");
		assertThat(this.browser.arrival())
			.isEqualTo("/cart: Some items in your cart cannot be paid. Please check them below.");
		Page again = this.browser.post("/cart/items", "billId", Long.toString(this.bill));
		assertThat(again.status()).isEqualTo(422);
		assertThat(again.text()).contains("This bill has already been paid, so it was not added to your cart.")
			.doesNotContain("Remove it");
		assertThat(paid()).isEqualByComparingTo("20.00");
	}

	@Test
	void aPartThatIsMoreThanWhatIsLeftMeanwhileIsPointedOut() {
		addBill("15.00");
		database().sql("update bill set paid = 10.00 where id = ?").param(this.bill).update();
		assertThat(this.browser.get("/cart").text()).contains("Only $10.00 of this bill is left to pay.");
		this.browser.pay(GOOD_CARD);
		assertThat(this.browser.arrival())
			.isEqualTo("/cart: Some items in your cart cannot be paid. Please check them below.");
		this.browser.post("/cart/items/" + lines()[0], "amount", "10.00");
		assertThat(this.browser.arrival()).isEqualTo("/cart: Your cart has been updated.");
		assertThat(this.browser.get("/cart").text()).contains("Total $10.00", "Check out");
	}

	@Test
	void aFullCartTakesNoMoreAndSaysSo() {
		for (int i = 0; i < Cart.MAX_LINES; i++) {
			assertThat(this.browser.post("/cart/items", "addOn", "hotspot").status()).isEqualTo(303);
		}
		this.browser.get("/bill");
		Page page = this.browser.post("/cart/items", "addOn", "hotspot");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text()).contains("Your cart is full. It can hold up to 100 items.");
		assertThat(lines()).hasSize(Cart.MAX_LINES);
	}

}
