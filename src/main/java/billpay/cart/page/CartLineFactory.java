package billpay.cart.page;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import billpay.bill.Bill;
import billpay.bill.BillRepository;
import billpay.bill.PhoneNumber;
import billpay.cart.Cart;
import billpay.cart.CartLine;
import billpay.cart.CartLine.AddOnLine;
import billpay.cart.CartLine.BillLine;
import billpay.cart.PricedLine.Problem;
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

	// Returns nothing when the form is refused; the errors say why.
	Optional<CartLine> create(CartItemForm form, PhoneNumber number, Cart cart, Errors errors) {
		if (!form.hasSeen(number)) {
			errors.reject("cart.other-number", new Object[] { number }, null);
			return Optional.empty();
		}
		if (cart.isFull()) {
			errors.reject("cart.full", new Object[] { Cart.MAX_LINES }, null);
			return Optional.empty();
		}
		if (form.billId() != null) {
			Bill bill = find(form.readBillId()).filter((found) -> !found.withdrawn() && found.number().equals(number))
				.orElseThrow(() -> new NotFoundException("error.no-such-bill"));
			return billLine(newId(), number, bill, form, "bill.problem.", errors);
		}
		if (form.addOn() == null) {
			errors.reject("cart.nothing-chosen");
			return Optional.empty();
		}
		AddOn addOn = this.addOns.findForSale(form.addOn(), Locale.ENGLISH)
			.orElseThrow(() -> new NotFoundException("error.no-such-add-on"));
		return addOnLine(newId(), number, addOn.code(), form, errors);
	}

	// Returns nothing when the form is refused; the errors say why.
	Optional<CartLine> change(CartLine line, CartItemForm form, Errors errors) {
		if (line instanceof AddOnLine addOn) {
			return addOnLine(addOn.id(), addOn.number(), addOn.addOn(), form, errors);
		}
		Bill bill = find(((BillLine) line).billId()).orElseThrow(() -> new NotFoundException("error.no-such-bill"));
		return billLine(line.id(), line.number(), bill, form, "cart.problem.", errors);
	}

	private Optional<Bill> find(@Nullable Long id) {
		return (id != null) ? this.bills.findByIds(List.of(id)).stream().findFirst() : Optional.empty();
	}

	private static Optional<CartLine> addOnLine(String id, PhoneNumber number, String addOn, CartItemForm form,
			Errors errors) {
		return (errors.hasFieldErrors("quantity")) ? Optional.empty()
				: Optional.of(new AddOnLine(id, number, addOn, form.readQuantity()));
	}

	private static Optional<CartLine> billLine(String id, PhoneNumber number, Bill bill, CartItemForm form,
			String problemKey, Errors errors) {
		Problem problem = Problem.of(bill);
		if (problem != null) {
			errors.reject(problemKey + problem);
		}
		else if (!errors.hasFieldErrors("amount") && form.readAmount() != null) {
			checkRange(form.readAmount(), bill.owed(), errors);
		}
		if (problem != null || errors.hasFieldErrors("amount")) {
			return Optional.empty();
		}
		BigDecimal amount = form.readAmount();
		boolean partial = amount != null && amount.compareTo(bill.owed()) < 0;
		return Optional.of(new BillLine(id, number, bill.id(), bill.period(), (partial) ? amount : null));
	}

	private static void checkRange(BigDecimal amount, BigDecimal owed, Errors errors) {
		BigDecimal least = owed.min(MINIMUM_PAYMENT);
		if (amount.compareTo(least) < 0 || amount.compareTo(owed) > 0) {
			errors.rejectValue("amount", "cart.amount.rule",
					new Object[] { least.toPlainString(), owed.toPlainString() }, null);
		}
	}

	private String newId() {
		return HexFormat.of().toHexDigits(this.random.nextInt());
	}

}
