package billpay.cart.page;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import billpay.cart.Cart;
import org.jspecify.annotations.Nullable;

/**
 * What the forms around the cart send: a bill and perhaps a part of it, or an add-on and
 * how many of it. Everything comes as text, so that what cannot be read is shown to its
 * sender again.
 *
 * @param billId a bill's id
 * @param amount the part of the bill to pay, empty for all of it
 * @param addOn an add-on's code
 * @param quantity how many of it
 */
record CartItemForm(@Nullable String billId, @Nullable String amount, @Nullable String addOn,
		@Nullable String quantity) {

	private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

	private static final Pattern MONEY = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,2})?");

	private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,4}");

	CartItemForm {
		billId = stripped(billId);
		amount = stripped(amount);
		addOn = stripped(addOn);
		quantity = stripped(quantity);
	}

	/**
	 * What the forms hold before anybody has filled them in.
	 * @return an empty form
	 */
	static CartItemForm empty() {
		return new CartItemForm(null, null, null, null);
	}

	private static @Nullable String stripped(@Nullable String text) {
		return (text != null && !text.isBlank()) ? text.strip() : null;
	}

	/**
	 * The bill's id.
	 * @return the id, {@code null} when it cannot be one
	 */
	@Nullable Long readBillId() {
		return (this.billId != null && ID.matcher(this.billId).matches()) ? Long.valueOf(this.billId) : null;
	}

	/**
	 * The amount.
	 * @return the amount with two decimals, {@code null} when it cannot be read
	 */
	@Nullable BigDecimal readAmount() {
		return (this.amount != null && MONEY.matcher(this.amount).matches()) ? new BigDecimal(this.amount).setScale(2)
				: null;
	}

	/**
	 * The quantity; one when none is given.
	 * @return a number from 1 to {@link Cart#MAX_QUANTITY}, {@code null} when it is none
	 */
	@Nullable Integer readQuantity() {
		if (this.quantity == null) {
			return 1;
		}
		int read = (SMALL_NUMBER.matcher(this.quantity).matches()) ? Integer.parseInt(this.quantity) : 0;
		return (read >= 1 && read <= Cart.MAX_QUANTITY) ? read : null;
	}

}
