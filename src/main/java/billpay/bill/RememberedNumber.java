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

	static void set(HttpSession session, PhoneNumber number) {
		session.setAttribute(ATTRIBUTE, number);
	}

}
