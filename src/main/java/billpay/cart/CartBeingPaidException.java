package billpay.cart;

/**
 * A cart is to be looked at or changed while a payment has it.
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
