package billpay.cart;

/**
 * The cart cannot be shown or changed because a payment of it is pending.
 */
public class CartBeingPaidException extends RuntimeException {

	private final String payment;

	CartBeingPaidException(String payment) {
		super("The cart is being paid by payment " + payment);
		this.payment = payment;
	}

	/**
	 * The payment that has the cart.
	 * @return its reference
	 */
	public String payment() {
		return this.payment;
	}

}
