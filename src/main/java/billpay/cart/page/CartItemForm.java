package billpay.cart.page;

import java.math.BigDecimal;

import billpay.bill.PhoneNumber;
import billpay.cart.Cart;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form fields that add to or change the cart: a bill and optionally an amount, or an
 * add-on and a quantity. All are text, so that an invalid value can be shown again.
 *
 * @param shownNumber the number of the page that the form was on, in international form;
 * empty from a client that saw no page, or in the cart
 * @param billId a bill's id
 * @param amount the part of the bill to pay, empty for all of it
 * @param addOn an add-on's code
 * @param quantity how many of it
 */
record CartItemForm(@Nullable String shownNumber, @Nullable String billId,
		@Pattern(regexp = "[0-9]{1,10}(\\.[0-9]{1,2})?", message = "{cart.amount.unreadable}") @Nullable String amount,
		@Nullable String addOn, @Pattern(regexp = "0*([1-9]|" + Cart.MAX_QUANTITY + ")",
				message = "{cart.quantity.rule}") @Nullable String quantity) {

	private static final int MAX_ID_DIGITS = 18;

	CartItemForm {
		shownNumber = stripped(shownNumber);
		billId = stripped(billId);
		amount = stripped(amount);
		addOn = stripped(addOn);
		quantity = stripped(quantity);
	}

	static CartItemForm empty() {
		return new CartItemForm(null, null, null, null, null);
	}

	private static @Nullable String stripped(@Nullable String text) {
		return (text != null && !text.isBlank()) ? text.strip() : null;
	}

	// The session may remember another number by now, looked up in another tab.
	boolean hasSeen(PhoneNumber now) {
		return this.shownNumber == null || this.shownNumber.equals(now.e164());
	}

	// Returns null when it cannot be an id.
	@Nullable Long readBillId() {
		return (this.billId != null && this.billId.length() <= MAX_ID_DIGITS && this.billId.matches("[0-9]+"))
				? Long.valueOf(this.billId) : null;
	}

	// Of a form without errors; null for all that is owed.
	@Nullable BigDecimal readAmount() {
		return (this.amount != null) ? new BigDecimal(this.amount).setScale(2) : null;
	}

	// Of a form without errors.
	int readQuantity() {
		return (this.quantity != null) ? Integer.parseInt(this.quantity) : 1;
	}

}
