package billpay.cart;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The carts of sessions, as they stand by now: a payment may have come to an end while
 * nobody was looking. Reading one changes no session; the next change writes it back.
 */
@Component
public class CartRepository {

	private final PaymentOutcomeProvider outcomes;

	CartRepository(PaymentOutcomeProvider outcomes) {
		this.outcomes = outcomes;
	}

	/**
	 * The cart of a session.
	 * @param session the session, or {@code null} when there is none
	 * @return its cart, an empty one at first and after it has been paid
	 */
	public Cart of(@Nullable HttpSession session) {
		Cart cart = Cart.in(session);
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
	 * The cart of a session, to be looked at closely or changed.
	 * @param session the session
	 * @return its cart, in no payment's hands
	 * @throws CartBeingPaidException when it must be left alone
	 */
	public Cart open(HttpSession session) {
		Cart cart = of(session);
		if (cart.isBeingPaid()) {
			throw new CartBeingPaidException(cart.payment());
		}
		return cart;
	}

	/**
	 * Notes that a payment has a session's cart.
	 * @param session the session
	 * @param id the cart's id; when the session has another cart by now, that one stays
	 * @param payment the payment's reference
	 * @param paid whether the money has come already
	 */
	public void attachPayment(HttpSession session, String id, String payment, boolean paid) {
		Cart cart = Cart.in(session);
		if (cart.id().equals(id)) {
			Cart handedOver = cart.withPayment(payment);
			((paid) ? handedOver.paid() : handedOver).storeIn(session);
		}
	}

}
