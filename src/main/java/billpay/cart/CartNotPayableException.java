package billpay.cart;

/**
 * A cart that cannot be paid as it is has come to be paid.
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
