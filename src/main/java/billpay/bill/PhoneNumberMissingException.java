package billpay.bill;

/**
 * A step needs the phone number of the first request, and the session has none.
 */
public class PhoneNumberMissingException extends RuntimeException {

	private final String step;

	PhoneNumberMissingException(String step) {
		super("No number is remembered");
		this.step = step;
	}

	public String step() {
		return this.step;
	}

}
