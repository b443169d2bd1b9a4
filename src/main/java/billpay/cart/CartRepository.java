package billpay.cart;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The cart of a session, with the outcome of its payment applied. Reading a cart does not
 * change the session; the next change writes it.
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
	 * The cart of a session, to be shown or changed.
	 * @param session the session
	 * @return its cart, without a pending payment
	 * @throws CartBeingPaidException when a payment of it is pending
	 */
	public Cart open(HttpSession session) {
		Cart cart = of(session);
		if (cart.isBeingPaid()) {
			throw new CartBeingPaidException(cart.payment());
		}
		return cart;
	}

	/**
	 * Records the payment of a cart in the session.
	 * @param session the session
	 * @param id the cart's id; if the session has another cart now, that one is kept
	 * @param payment the payment's reference
	 * @param paid whether the payment is approved already
	 */
	public void attachPayment(HttpSession session, String id, String payment, boolean paid) {
		Cart cart = Cart.in(session);
		if (cart.id().equals(id)) {
			Cart handedOver = cart.withPayment(payment);
			((paid) ? handedOver.paid() : handedOver).storeIn(session);
		}
	}

}
