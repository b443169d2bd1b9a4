package billpay.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import billpay.bill.Bill;
import billpay.bill.BillRepository;
import billpay.cart.PricedLine;
import billpay.cart.PricedLine.PricedAddOn;
import billpay.cart.PricedLine.PricedBill;
import billpay.cart.Quote;
import billpay.catalog.AddOn;
import billpay.catalog.AddOnRepository;
import billpay.web.format.LocalizedDateFormatter;
import billpay.web.format.MoneyFormatter;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Prepares what checkout, receipt and history show, in the language of the page.
 */
@Component
public class PaymentViewFactory {

	private final PaymentLineRepository lines;

	private final BillRepository bills;

	private final AddOnRepository addOns;

	private final MoneyFormatter money;

	private final LocalizedDateFormatter dates;

	private final MessageSource messages;

	PaymentViewFactory(PaymentLineRepository lines, BillRepository bills, AddOnRepository addOns, MoneyFormatter money,
			LocalizedDateFormatter dates, MessageSource messages) {
		this.lines = lines;
		this.bills = bills;
		this.addOns = addOns;
		this.money = money;
		this.dates = dates;
		this.messages = messages;
	}

	/**
	 * What is to be paid.
	 * @param quote a cart that can be paid
	 * @param locale the language of the page
	 * @return its lines
	 */
	public List<PaymentLineView> lines(Quote quote, Locale locale) {
		return quote.lines().stream().map((line) -> view(line, locale)).toList();
	}

	private PaymentLineView view(PricedLine line, Locale locale) {
		String description = (line instanceof PricedBill bill) ? bill(bill.line().period(), locale)
				: addOn(((PricedAddOn) line).line().quantity(), ((PricedAddOn) line).name());
		return new PaymentLineView(description, line.line().number().toString(), this.money.format(line.amount()));
	}

	/**
	 * The total of a cart.
	 * @param quote a cart that can be paid
	 * @return the amount with its currency
	 */
	public String total(Quote quote) {
		return this.money.format(quote.total());
	}

	/**
	 * What was paid.
	 * @param payment the payment
	 * @param locale the language of the page
	 * @return what its receipt says
	 */
	public ReceiptView receipt(Payment payment, Locale locale) {
		List<Payment.Line> paid = this.lines.findByPayment(payment.reference());
		Map<Long, LocalDate> periods = this.bills
			.findByIds(paid.stream().map(Payment.Line::billId).filter(Objects::nonNull).toList())
			.stream()
			.collect(Collectors.toMap(Bill::id, Bill::period));
		Map<String, AddOn> sold = this.addOns.findAll(locale);
		List<PaymentLineView> lines = paid.stream()
			.map((line) -> new PaymentLineView(
					(line.billId() != null) ? bill(periods.get(line.billId()), locale)
							: addOn(line.quantity(), sold.get(line.addOn()).name()),
					line.number().toString(), this.money.format(line.amount())))
			.toList();
		return new ReceiptView(payment.reference(), this.dates.dateTime(payment.createdAt().toInstant()),
				payment.customer(), payment.brand(), payment.lastFour(), lines, this.money.format(payment.total()));
	}

	/**
	 * A payment among others.
	 * @param payment the payment
	 * @return what the history says of it
	 */
	public PaymentHistoryEntry historyEntry(Payment payment) {
		return new PaymentHistoryEntry(payment.reference(), this.dates.dateTime(payment.createdAt().toInstant()),
				this.money.format(payment.total()), payment.status() == Payment.Status.PENDING);
	}

	private String bill(LocalDate period, Locale locale) {
		return this.messages.getMessage("cart.bill", new Object[] { this.dates.month(period) }, locale);
	}

	private static String addOn(int quantity, String name) {
		return quantity + " \u00d7 " + name;
	}

}
