package billpay.cart;

/**
 * A cart is to be looked at or changed while a payment has it.
 */
class CartBeingPaid extends RuntimeException {

	private final String payment;

	CartBeingPaid(String payment) {
		super("The cart is in the hands of payment " + payment);
		this.payment = payment;
	}

	String payment() {
		return this.payment;
	}

}
