package billpay.cart;

import java.util.List;

import billpay.bill.PhoneNumber;
import billpay.cart.CartLine.AddOnLine;
import billpay.cart.PaymentOutcomeProvider.Outcome;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The cart in the session.
 */
class CartRepositoryTests {

	private static final CartLine LINE = new AddOnLine("a", new PhoneNumber("+12125550142"), "data-5gb", 1);

	private static final Cart CART = new Cart("id", 1, List.of(LINE), null);

	private final MockHttpSession session = new MockHttpSession();

	private Outcome outcome = Outcome.UNKNOWN;

	private final CartRepository carts = new CartRepository((reference) -> this.outcome);

	@Test
	void startsEmpty() {
		assertThat(this.carts.find(this.session)).isEqualTo(Cart.EMPTY);
		assertThat(this.carts.find(null)).isEqualTo(Cart.EMPTY);
	}

	@Test
	void aChangedCartIsNotInTheSessionUntilItIsSaved() {
		this.carts.save(CART, this.session);
		this.carts.find(this.session).without("a");
		assertThat(this.carts.find(this.session)).isEqualTo(CART);
	}

	@Test
	void leavesNothingInTheSessionWhenTheCartIsEmpty() {
		this.carts.save(CART, this.session);
		this.carts.save(CART.without("a"), this.session);
		assertThat(this.session.getAttribute("cart")).isNull();
	}

	@Test
	void aPaidCartStaysInTheSessionToBeKnownAgain() {
		this.carts.save(CART, this.session);
		this.carts.attachPayment(this.session, "id", "BP-1", true);
		assertThat(this.carts.find(this.session)).isEqualTo(new Cart("id", 1, List.of(), "BP-1"));
	}

	@Test
	void aPaymentOfAnotherCartIsNotAttached() {
		this.carts.save(CART, this.session);
		this.carts.attachPayment(this.session, "another", "BP-1", true);
		assertThat(this.carts.find(this.session)).isEqualTo(CART);
	}

	@Test
	void readingAppliesTheOutcomeOfThePaymentAndLeavesTheSessionAlone() {
		this.carts.save(CART, this.session);
		this.carts.attachPayment(this.session, "id", "BP-1", false);
		Object stored = this.session.getAttribute("cart");
		assertThatExceptionOfType(CartBeingPaidException.class).isThrownBy(() -> this.carts.findOpen(this.session));
		this.outcome = Outcome.NOT_PAID;
		assertThat(this.carts.findOpen(this.session)).isEqualTo(CART);
		this.outcome = Outcome.PAID;
		assertThat(this.carts.findOpen(this.session).lines()).isEmpty();
		assertThat(this.session.getAttribute("cart")).isSameAs(stored).isEqualTo(this.carts.findStored(this.session));
	}

}
