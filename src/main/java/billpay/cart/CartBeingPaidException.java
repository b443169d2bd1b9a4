package billpay.cart;

/**
 * A cart is to be looked at or changed while a payment has it.
 */
class CartBeingPaidException extends RuntimeException {

	private final String payment;

	CartBeingPaidException(String payment) {
		super("The cart is being paid by payment " + payment);
		this.payment = payment;
	}

	String payment() {
		return this.payment;
	}

}
