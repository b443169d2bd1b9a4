package billpay.cart;

/**
 * The cart is empty or has a line that cannot be paid.
 */
public class CartNotPayableException extends RuntimeException {

	private final boolean empty;

	CartNotPayableException(boolean empty) {
		super((empty) ? "The cart is empty" : "A line of the cart cannot be paid");
		this.empty = empty;
	}

	public boolean isEmpty() {
		return this.empty;
	}

}
