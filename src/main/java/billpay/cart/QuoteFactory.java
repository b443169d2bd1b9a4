package billpay.cart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import billpay.bill.Bill;
import billpay.bill.BillRepository;
import billpay.cart.CartLine.AddOnLine;
import billpay.cart.CartLine.BillLine;
import billpay.cart.Quote.Problem;
import billpay.catalog.AddOn;
import billpay.catalog.AddOnRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Prices carts.
 */
@Component
public class QuoteFactory {

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	private final BillRepository bills;

	private final AddOnRepository addOns;

	QuoteFactory(BillRepository bills, AddOnRepository addOns) {
		this.bills = bills;
		this.addOns = addOns;
	}

	/**
	 * Prices a cart in two queries, however many lines it has.
	 * @param cart the cart
	 * @param locale the language of the names
	 * @return its price now
	 */
	public Quote of(Cart cart, Locale locale) {
		if (cart.isEmpty()) {
			return new Quote(List.of());
		}
		List<Long> ids = cart.lines()
			.stream()
			.map((line) -> (line instanceof BillLine bill) ? bill.billId() : null)
			.filter(Objects::nonNull)
			.toList();
		Map<Long, Bill> owed = this.bills.withIds(ids).stream().collect(Collectors.toMap(Bill::id, (bill) -> bill));
		Map<String, AddOn> sold = this.addOns.forSale(locale)
			.stream()
			.collect(Collectors.toMap(AddOn::code, (addOn) -> addOn));
		return new Quote(cart.lines().stream().map((line) -> price(line, owed, sold)).toList());
	}

	/**
	 * Prices a cart that is going to be paid.
	 * @param cart the cart
	 * @param locale the language of the names
	 * @return its price now
	 * @throws CartNotPayableException when it is empty or a line cannot be paid; leads
	 * back to the cart, or to its receipt
	 */
	public Quote payable(Cart cart, Locale locale) {
		Quote quote = of(cart, locale);
		if (!quote.isPayable()) {
			throw new CartNotPayableException(cart);
		}
		return quote;
	}

	private static Quote.Line price(CartLine line, Map<Long, Bill> owed, Map<String, AddOn> sold) {
		if (line instanceof BillLine bill) {
			return price(bill, owed.get(bill.billId()));
		}
		AddOnLine addOn = (AddOnLine) line;
		return price(addOn, sold.get(addOn.addOn()));
	}

	private static Quote.Line price(BillLine line, @Nullable Bill bill) {
		BigDecimal owed = (bill != null) ? bill.owed() : NOTHING;
		BigDecimal wanted = (line.amount() != null) ? line.amount() : owed;
		Problem problem = (bill != null) ? Problem.of(bill) : Problem.GONE;
		if (problem == null && wanted.compareTo(owed) > 0) {
			problem = Problem.LESS_OWED;
		}
		BigDecimal amount = (problem != null) ? NOTHING : wanted;
		return new Quote.Line(line.id(), line.number(), line.billId(), (bill != null) ? bill.period() : null, owed,
				amount.compareTo(owed) < 0, null, null, 1, amount, amount, problem);
	}

	private static Quote.Line price(AddOnLine line, @Nullable AddOn addOn) {
		BigDecimal price = (addOn != null) ? addOn.price() : NOTHING;
		return new Quote.Line(line.id(), line.number(), null, null, null, false, line.addOn(),
				(addOn != null) ? addOn.name() : line.addOn(), line.quantity(), price,
				price.multiply(BigDecimal.valueOf(line.quantity())), (addOn != null) ? null : Problem.GONE);
	}

}
