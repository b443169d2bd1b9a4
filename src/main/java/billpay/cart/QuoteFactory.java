package billpay.cart;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import billpay.bill.Bill;
import billpay.bill.BillRepository;
import billpay.cart.CartLine.AddOnLine;
import billpay.cart.CartLine.BillLine;
import billpay.cart.PricedLine.PricedAddOn;
import billpay.cart.PricedLine.PricedBill;
import billpay.catalog.AddOn;
import billpay.catalog.AddOnRepository;

import org.springframework.stereotype.Component;

/**
 * Prices carts.
 */
@Component
public class QuoteFactory {

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
		Map<Long, Bill> billsById = this.bills.findByIds(ids)
			.stream()
			.collect(Collectors.toMap(Bill::id, (bill) -> bill));
		Map<String, AddOn> addOnsByCode = this.addOns.findForSale(locale)
			.stream()
			.collect(Collectors.toMap(AddOn::code, (addOn) -> addOn));
		return new Quote(cart.lines().stream().map((line) -> price(line, billsById, addOnsByCode)).toList());
	}

	/**
	 * Prices a cart that is going to be paid.
	 * @param cart the cart
	 * @param locale the language of the names
	 * @return its price now
	 * @throws CartNotPayableException when it is empty or a line cannot be paid; the
	 * response then redirects to the cart or its receipt
	 */
	public Quote payable(Cart cart, Locale locale) {
		Quote quote = of(cart, locale);
		if (!quote.isPayable()) {
			throw new CartNotPayableException(cart);
		}
		return quote;
	}

	private static PricedLine price(CartLine line, Map<Long, Bill> billsById, Map<String, AddOn> addOnsByCode) {
		if (line instanceof BillLine bill) {
			return PricedBill.of(bill, billsById.get(bill.billId()));
		}
		AddOnLine addOn = (AddOnLine) line;
		return PricedAddOn.of(addOn, addOnsByCode.get(addOn.addOn()));
	}

}
