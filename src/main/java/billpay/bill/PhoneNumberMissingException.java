package billpay.bill;

/**
 * A page was requested that needs the phone number of the lookup, and the session has
 * none: the lookup was skipped.
 */
public class PhoneNumberMissingException extends RuntimeException {

	private final String requestedStep;

	PhoneNumberMissingException(String requestedStep) {
		super("No number is remembered");
		this.requestedStep = requestedStep;
	}

	/**
	 * The step of the walk that was requested too early, for the log.
	 * @return {@code bill} or {@code cart}
	 */
	public String requestedStep() {
		return this.requestedStep;
	}

}
