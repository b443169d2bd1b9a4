package billpay.cart.page;

/**
 * Somebody has come to a step that needs the number of the first request, and the session
 * remembers none.
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
