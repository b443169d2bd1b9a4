package billpay.cart;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Keeps the cart in the session attribute {@value #ATTRIBUTE}. Reading a cart applies the
 * outcome of its payment and does not change the session; the next change writes it.
 */
@Component
public class CartRepository {

	/** The attribute's name, a {@link Cart}. */
	public static final String ATTRIBUTE = "cart";

	private final PaymentOutcomeProvider outcomes;

	CartRepository(PaymentOutcomeProvider outcomes) {
		this.outcomes = outcomes;
	}

	/**
	 * The cart of a session.
	 * @param session the session, or {@code null} when there is none
	 * @return its cart, an empty one at first and after it has been paid
	 */
	public Cart find(@Nullable HttpSession session) {
		Cart cart = findStored(session);
		String payment = cart.payment();
		if (payment == null || cart.isEmpty()) {
			return cart;
		}
		return switch (this.outcomes.outcomeOf(payment)) {
			case UNKNOWN -> cart;
			case PAID -> cart.paid();
			case NOT_PAID -> cart.reopened();
		};
	}

	/**
	 * The cart as it is in the session, for when the database is unavailable.
	 * @param session the session, or {@code null} when there is none
	 * @return its cart, perhaps with a payment whose outcome is not applied
	 */
	public Cart findStored(@Nullable HttpSession session) {
		return (session != null && session.getAttribute(ATTRIBUTE) instanceof Cart cart) ? cart : Cart.EMPTY;
	}

	/**
	 * The cart of a session, to be shown or changed.
	 * @param session the session
	 * @return its cart, without a pending payment
	 * @throws CartBeingPaidException when a payment of it is pending
	 */
	public Cart findOpen(HttpSession session) {
		Cart cart = find(session);
		if (cart.isBeingPaid()) {
			throw new CartBeingPaidException(cart.payment());
		}
		return cart;
	}

	/**
	 * Stores a cart in the session.
	 * @param cart the cart; if it is empty and has no payment, the attribute is removed
	 * @param session the session
	 */
	public void save(Cart cart, HttpSession session) {
		if (cart.isEmpty() && cart.payment() == null) {
			session.removeAttribute(ATTRIBUTE);
		}
		else {
			session.setAttribute(ATTRIBUTE, cart);
		}
	}

	/**
	 * Records the payment of a cart in the session.
	 * @param session the session
	 * @param id the cart's id; if the session has another cart now, that one is kept
	 * @param payment the payment's reference
	 * @param paid whether the payment is approved already
	 */
	public void attachPayment(HttpSession session, String id, String payment, boolean paid) {
		Cart cart = findStored(session);
		if (cart.id().equals(id)) {
			Cart attached = cart.withPayment(payment);
			save((paid) ? attached.paid() : attached, session);
		}
	}

}
