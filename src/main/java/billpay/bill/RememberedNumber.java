package billpay.bill;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * The phone number that the first request sent, in the session attribute
 * {@value #ATTRIBUTE}.
 */
public final class RememberedNumber {

	/** The attribute's name, a {@link PhoneNumber}. */
	public static final String ATTRIBUTE = "phoneNumber";

	private RememberedNumber() {
	}

	/**
	 * The remembered number.
	 * @param session the session
	 * @return the number, or {@code null} when none was looked up in this session
	 */
	public static @Nullable PhoneNumber in(HttpSession session) {
		return (session.getAttribute(ATTRIBUTE) instanceof PhoneNumber number) ? number : null;
	}

	/**
	 * The remembered number, for a step that cannot do without.
	 * @param session the session
	 * @param step the step, for the log
	 * @return the number
	 * @throws PhoneNumberMissingException when none was looked up in this session
	 */
	public static PhoneNumber required(HttpSession session, String step) {
		PhoneNumber number = in(session);
		if (number == null) {
			throw new PhoneNumberMissingException(step);
		}
		return number;
	}

	static void set(HttpSession session, PhoneNumber number) {
		session.setAttribute(ATTRIBUTE, number);
	}

}
