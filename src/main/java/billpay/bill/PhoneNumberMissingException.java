package billpay.cart.page;

/**
 * A step needs the phone number of the first request, and the session has none.
 */
class PhoneNumberMissingException extends RuntimeException {

	private final String step;

	PhoneNumberMissingException(String step) {
		super("No number is remembered");
		this.step = step;
	}

	String step() {
		return this.step;
	}

}
