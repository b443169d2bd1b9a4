package billpay.cart.page;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import billpay.bill.Bill;
import billpay.bill.BillRepository;
import billpay.bill.PhoneNumber;
import billpay.cart.Cart;
import billpay.cart.PricedLine;
import billpay.cart.PricedLine.PricedAddOn;
import billpay.cart.PricedLine.PricedBill;
import billpay.cart.PricedLine.Problem;
import billpay.cart.Quote;
import billpay.cart.QuoteFactory;
import billpay.catalog.AddOn;
import billpay.catalog.AddOnRepository;
import billpay.web.format.LocalizedDateFormatter;
import billpay.web.format.MoneyFormatter;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Prepares what the bill page and the cart show, in the language of the page.
 */
@Component
class CartViewFactory {

	/** Enough to recognise what was typed. */
	private static final int MAX_SHOWN_LENGTH = 40;

	private final BillRepository bills;

	private final AddOnRepository addOns;

	private final QuoteFactory quotes;

	private final MoneyFormatter money;

	private final LocalizedDateFormatter dates;

	private final MessageSource messages;

	private final Clock clock;

	CartViewFactory(BillRepository bills, AddOnRepository addOns, QuoteFactory quotes, MoneyFormatter money,
			LocalizedDateFormatter dates, MessageSource messages, Clock clock) {
		this.bills = bills;
		this.addOns = addOns;
		this.quotes = quotes;
		this.money = money;
		this.dates = dates;
		this.messages = messages;
		this.clock = clock;
	}

	List<BillView> bills(PhoneNumber number, Cart cart, CartItemForm form, Errors errors) {
		LocalDate today = LocalDate.now(this.clock);
		String refused = (errors.hasFieldErrors("amount")) ? abbreviate(form.amount()) : null;
		return this.bills.findUnpaidByNumber(number)
			.stream()
			.map((bill) -> view(bill, today, cart, Objects.equals(bill.id(), form.readBillId()) ? refused : null))
			.toList();
	}

	private BillView view(Bill bill, LocalDate today, Cart cart, @Nullable String refused) {
		boolean inCart = cart.has(bill.id());
		boolean partPaid = bill.paid().compareTo(bill.beingPaid()) > 0;
		return new BillView(Long.toString(bill.id()), this.dates.month(bill.period()), this.money.format(bill.owed()),
				this.dates.date(bill.dueOn()), bill.isOverdue(today), bill.isOwed() && !inCart, inCart,
				this.money.format(bill.amount()),
				(partPaid) ? this.money.format(bill.paid().subtract(bill.beingPaid())) : null,
				(bill.beingPaid().signum() > 0) ? this.money.format(bill.beingPaid()) : null, refused);
	}

	List<AddOnView> addOns(Locale locale, CartItemForm form, Errors errors) {
		return this.addOns.findForSale(locale)
			.stream()
			.map((addOn) -> (addOn.code().equals(form.addOn()))
					? view(addOn, abbreviate(form.quantity()), errors.hasFieldErrors("quantity"))
					: view(addOn, "1", false))
			.toList();
	}

	private AddOnView view(AddOn addOn, String quantity, boolean rejected) {
		return new AddOnView(addOn.code(), addOn.name(), this.money.format(addOn.price()), addOn.description(),
				quantity, rejected);
	}

	// Priced at this moment.
	CartView cart(Cart cart, @Nullable String wrong, CartItemForm form, Locale locale) {
		Quote quote = this.quotes.of(cart, locale);
		List<CartLineView> lines = quote.lines()
			.stream()
			.map((line) -> view(line, line.line().id().equals(wrong) ? form : null, locale))
			.toList();
		return new CartView(lines, this.money.format(quote.total()), quote.isPayable());
	}

	private CartLineView view(PricedLine line, @Nullable CartItemForm refused, Locale locale) {
		return (line instanceof PricedBill bill) ? view(bill, refused, locale)
				: view((PricedAddOn) line, refused, locale);
	}

	private CartLineView view(PricedBill bill, @Nullable CartItemForm refused, Locale locale) {
		String description = this.messages.getMessage("cart.bill",
				new Object[] { this.dates.month(bill.line().period()) }, locale);
		String owed = this.money.format(bill.owed());
		boolean changeable = bill.problem() == null || bill.problem() == Problem.LESS_OWED;
		BigDecimal proposed = (bill.problem() == null) ? bill.amount() : bill.owed();
		return new CartLineView(bill.line().id(), description, bill.line().number().toString(),
				this.money.format(bill.amount()), (bill.isPartial()) ? owed : null,
				problem(bill.problem(), owed, locale), (changeable) ? "amount" : null,
				(refused != null) ? abbreviate(refused.amount()) : proposed.toPlainString(), refused != null);
	}

	private CartLineView view(PricedAddOn addOn, @Nullable CartItemForm refused, Locale locale) {
		return new CartLineView(addOn.line().id(), addOn.name(), addOn.line().number().toString(),
				this.money.format(addOn.amount()), null, problem(addOn.problem(), "", locale), "quantity",
				(refused != null) ? abbreviate(refused.quantity()) : Integer.toString(addOn.line().quantity()),
				refused != null);
	}

	private @Nullable String problem(@Nullable Problem problem, String owed, Locale locale) {
		return (problem != null) ? this.messages.getMessage("cart.problem." + problem, new Object[] { owed }, locale)
				: null;
	}

	private static String abbreviate(@Nullable String typed) {
		String text = (typed != null) ? typed : "";
		return (text.length() <= MAX_SHOWN_LENGTH) ? text : text.substring(0, MAX_SHOWN_LENGTH - 3) + "...";
	}

}
