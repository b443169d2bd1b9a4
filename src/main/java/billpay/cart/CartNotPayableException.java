package billpay.cart;

import org.jspecify.annotations.Nullable;

/**
 * The cart is empty, perhaps because it has been paid, or has a line that cannot be paid.
 */
public class CartNotPayableException extends RuntimeException {

	private final boolean empty;

	private final @Nullable String payment;

	CartNotPayableException(Cart cart) {
		super((cart.isEmpty()) ? "The cart is empty" : "A line of the cart cannot be paid");
		this.empty = cart.isEmpty();
		this.payment = cart.payment();
	}

	public boolean isEmpty() {
		return this.empty;
	}

	/**
	 * The payment that has paid the cart.
	 * @return its reference, {@code null} when the cart is not paid
	 */
	public @Nullable String payment() {
		return this.payment;
	}

}
