package billpay.cart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

import billpay.bill.PhoneNumber;
import billpay.cart.CartLine.AddOnLine;
import billpay.cart.CartLine.BillLine;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.format.Printer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the server view says of a cart.
 */
@SpringBootTest
class CartPrinterTests {

	private static final PhoneNumber NUMBER = new PhoneNumber("+12125550142");

	private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

	private static final Cart CART = Cart.EMPTY.with(new BillLine("a", NUMBER, 7, JULY, null))
		.with(new BillLine("b", NUMBER, 8, JULY.plusMonths(1), new BigDecimal("5.00")))
		.with(new AddOnLine("c", NUMBER, "hotspot", 2));

	@Autowired
	private Printer<Cart> printer;

	private String print(Cart cart, Locale locale) {
		return this.printer.print(cart, locale);
	}

	@Test
	void namesMonthsNumbersAndQuantities() {
		assertThat(print(Cart.EMPTY, Locale.ENGLISH)).isEqualTo("empty");
		assertThat(print(CART, Locale.ENGLISH)).isEqualTo("3 lines: July 2026 bill of +1 212-555-0142; "
				+ "$5.00 of the August 2026 bill of +1 212-555-0142; hotspot \u00d7 2");
	}

	@Test
	void isInTheLanguageOfThePage() {
		assertThat(print(CART, Locale.TRADITIONAL_CHINESE)).contains("2026\u5e747\u6708", "\u5e33\u55ae")
			.doesNotContain("bill", "line");
	}

	@Test
	void namesThePaymentOfACartThatIsBeingPaid() {
		Cart cart = Cart.EMPTY.with(new AddOnLine("c", NUMBER, "hotspot", 1)).withPayment("BP-1");
		assertThat(print(cart, Locale.ENGLISH))
			.isEqualTo("empty; payment BP-1 in progress for 1 line: hotspot \u00d7 1");
	}

}
