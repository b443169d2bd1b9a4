package billpay.cart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import billpay.cart.CartLine.AddOnLine;
import billpay.cart.CartLine.BillLine;
import billpay.web.format.LocalizedDateFormatter;
import billpay.web.format.MoneyFormatter;

import org.springframework.context.MessageSource;
import org.springframework.format.Printer;
import org.springframework.stereotype.Component;

/**
 * Prints a cart in one line, as it is in the session: months, numbers, quantities, part
 * amounts and, if there is one, the payment.
 */
@Component
class CartPrinter implements Printer<Cart> {

	private final MessageSource messages;

	private final LocalizedDateFormatter dates;

	private final MoneyFormatter money;

	CartPrinter(MessageSource messages, LocalizedDateFormatter dates, MoneyFormatter money) {
		this.messages = messages;
		this.dates = dates;
		this.money = money;
	}

	@Override
	public String print(Cart cart, Locale locale) {
		String open = print(cart.openLines(), locale);
		if (cart.payment() == null) {
			return open;
		}
		String key = (cart.isBeingPaid()) ? "cart.text.being-paid" : "cart.text.paid";
		return this.messages.getMessage(key, new Object[] { open, cart.payment(), print(cart.lines(), locale) },
				locale);
	}

	private String print(List<CartLine> lines, Locale locale) {
		String all = lines.stream().map((line) -> print(line, locale)).collect(Collectors.joining("; "));
		return this.messages.getMessage("cart.text", new Object[] { lines.size(), all }, locale);
	}

	private String print(CartLine line, Locale locale) {
		if (line instanceof AddOnLine addOn) {
			return addOn.addOn() + " \u00d7 " + addOn.quantity();
		}
		BillLine bill = (BillLine) line;
		String month = this.dates.month(bill.period(), locale);
		return (bill.amount() == null)
				? this.messages.getMessage("cart.text.bill", new Object[] { month, bill.number() }, locale)
				: this.messages.getMessage("cart.text.part",
						new Object[] { month, bill.number(), this.money.format(bill.amount(), locale) }, locale);
	}

}
