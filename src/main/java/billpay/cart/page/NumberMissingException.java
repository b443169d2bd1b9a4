package billpay.cart.page;

/**
 * A step needs the phone number of the first request, and the session has none.
 */
class NumberMissingException extends RuntimeException {

	private final String step;

	NumberMissingException(String step) {
		super("No number is remembered");
		this.step = step;
	}

	String step() {
		return this.step;
	}

}
