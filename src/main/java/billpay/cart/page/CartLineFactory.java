package billpay.cart.page;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import billpay.bill.Bill;
import billpay.bill.BillRepository;
import billpay.bill.PhoneNumber;
import billpay.cart.Cart;
import billpay.cart.CartLine;
import billpay.cart.CartLine.AddOnLine;
import billpay.cart.CartLine.BillLine;
import billpay.cart.Quote;
import billpay.catalog.AddOn;
import billpay.catalog.AddOnRepository;
import billpay.web.error.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Makes lines of the cart from valid forms, when what they ask for can be bought and an
 * amount is within what is owed.
 */
@Component
class CartLineFactory {

	/** The least that can be paid of a bill at a time, unless less is left. */
	private static final BigDecimal MINIMUM_PAYMENT = new BigDecimal("1.00");

	private final BillRepository bills;

	private final AddOnRepository addOns;

	private final Random random = new SecureRandom();

	CartLineFactory(BillRepository bills, AddOnRepository addOns) {
		this.bills = bills;
		this.addOns = addOns;
	}

	// Returns null when there are errors in what the item has.
	@Nullable CartLine create(CartItemForm form, PhoneNumber number, Cart cart, Errors errors) {
		if (!form.hasSeen(number)) {
			errors.reject("cart.other-number", new Object[] { number }, null);
			return null;
		}
		if (cart.isFull()) {
			errors.reject("cart.full", new Object[] { Cart.MAX_LINES }, null);
			return null;
		}
		if (form.billId() != null) {
			return createBillLine(form, number, errors);
		}
		if (form.addOn() == null) {
			errors.reject("cart.nothing-chosen");
			return null;
		}
		AddOn addOn = this.addOns.find(form.addOn(), Locale.ENGLISH)
			.orElseThrow(() -> new NotFoundException("error.no-such-add-on"));
		return (errors.hasFieldErrors("quantity")) ? null
				: new AddOnLine(newId(), number, addOn.code(), form.readQuantity());
	}

	private @Nullable CartLine createBillLine(CartItemForm form, PhoneNumber number, Errors errors) {
		Bill bill = bill(form.readBillId());
		if (bill == null || bill.withdrawn() || !bill.number().equals(number)) {
			throw new NotFoundException("error.no-such-bill");
		}
		BigDecimal amount = amount(form, bill, "bill.problem.", errors);
		return (errors.hasGlobalErrors() || errors.hasFieldErrors("amount")) ? null
				: new BillLine(newId(), number, bill.id(), bill.period(), amount);
	}

	// Returns null when there are errors in what the line has.
	@Nullable CartLine change(CartLine line, CartItemForm form, Errors errors) {
		if (line instanceof AddOnLine addOn) {
			return (errors.hasFieldErrors("quantity")) ? null
					: new AddOnLine(addOn.id(), addOn.number(), addOn.addOn(), form.readQuantity());
		}
		BillLine billLine = (BillLine) line;
		Bill bill = bill(billLine.billId());
		if (bill == null) {
			throw new NotFoundException("error.no-such-bill");
		}
		BigDecimal amount = amount(form, bill, "cart.problem.", errors);
		return (errors.hasGlobalErrors() || errors.hasFieldErrors("amount")) ? null
				: new BillLine(line.id(), line.number(), bill.id(), bill.period(), amount);
	}

	private @Nullable Bill bill(@Nullable Long id) {
		return (id != null) ? this.bills.withIds(List.of(id)).stream().findFirst().orElse(null) : null;
	}

	private @Nullable BigDecimal amount(CartItemForm form, Bill bill, String problemKey, Errors errors) {
		BigDecimal owed = bill.owed();
		Quote.Problem problem = Quote.Problem.of(bill);
		if (problem != null) {
			errors.reject(problemKey + problem);
			return null;
		}
		BigDecimal amount = (errors.hasFieldErrors("amount")) ? null : form.readAmount();
		if (amount == null) {
			return null;
		}
		BigDecimal least = owed.min(MINIMUM_PAYMENT);
		if (amount.compareTo(least) < 0 || amount.compareTo(owed) > 0) {
			errors.rejectValue("amount", "cart.amount.rule",
					new Object[] { least.toPlainString(), owed.toPlainString() }, null);
		}
		return (amount.compareTo(owed) < 0) ? amount : null;
	}

	private String newId() {
		return HexFormat.of().toHexDigits(this.random.nextInt());
	}

}
