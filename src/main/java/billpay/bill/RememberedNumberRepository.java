package billpay.bill;

import java.util.Optional;

import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;

/**
 * Keeps the phone number that was looked up in the session attribute {@value #ATTRIBUTE}.
 */
@Component
public class RememberedNumberRepository {

	/** The attribute's name, a {@link PhoneNumber}. */
	public static final String ATTRIBUTE = "phoneNumber";

	/**
	 * The remembered number.
	 * @param session the session
	 * @return the number, or nothing when none was looked up in this session
	 */
	public Optional<PhoneNumber> find(HttpSession session) {
		return (session.getAttribute(ATTRIBUTE) instanceof PhoneNumber number) ? Optional.of(number) : Optional.empty();
	}

	/**
	 * The remembered number, for a step of the walk that needs it.
	 * @param session the session
	 * @param requestedStep the step, for the log
	 * @return the number
	 * @throws PhoneNumberMissingException when none was looked up in this session
	 */
	public PhoneNumber findRequired(HttpSession session, String requestedStep) {
		return find(session).orElseThrow(() -> new PhoneNumberMissingException(requestedStep));
	}

	void save(PhoneNumber number, HttpSession session) {
		session.setAttribute(ATTRIBUTE, number);
	}

}
