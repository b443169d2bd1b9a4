package billpay.cart.page;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import billpay.bill.BillRepository;
import billpay.bill.PhoneNumber;
import billpay.cart.Cart;
import billpay.cart.CartLine.BillLine;
import billpay.cart.PricedLine.PricedBill;
import billpay.cart.PricedLine.Problem;
import billpay.cart.Quote;
import billpay.cart.QuoteFactory;
import billpay.catalog.AddOnRepository;
import billpay.web.format.LocalizedDateFormatter;
import billpay.web.format.MoneyFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * What a line of the cart says.
 */
class CartViewFactoryTests {

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	private final BillLine line = new BillLine("line-1", new PhoneNumber("+12125550142"), 7, LocalDate.of(2026, 11, 1),
			null);

	private final QuoteFactory quotes = mock();

	private final LocalizedDateFormatter dates = mock();

	private final Cart cart = new Cart("cart-1", 1, List.of(this.line), null);

	@ParameterizedTest
	@EnumSource(names = { "PAID", "BEING_PAID", "WITHDRAWN", "GONE" })
	void aBillThatCannotBePaidIsNamedByItsMonthAndSaysWhy(Problem problem) {
		CartLineView shown = show(problem);
		assertThat(shown.description()).isEqualTo("Bill for November 2026");
		assertThat(shown.problem()).isNotBlank();
		assertThat(shown.field()).isNull();
	}

	@Test
	void aBillOfWhichLessIsOwedCanBeChanged() {
		assertThat(show(Problem.LESS_OWED).field()).isEqualTo("amount");
	}

	private CartLineView show(Problem problem) {
		MoneyFormatter money = mock();
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		given(money.format(NOTHING)).willReturn("$0.00");
		given(this.dates.month(this.line.period())).willReturn("November 2026");
		given(this.quotes.of(this.cart, Locale.ENGLISH))
			.willReturn(new Quote(List.of(new PricedBill(this.line, NOTHING, problem))));
		return new CartViewFactory(mock(BillRepository.class), mock(AddOnRepository.class), this.quotes, money,
				this.dates, messages, Clock.systemUTC())
			.cart(this.cart, null, CartItemForm.empty(), Locale.ENGLISH)
			.lines()
			.get(0);
	}

}
