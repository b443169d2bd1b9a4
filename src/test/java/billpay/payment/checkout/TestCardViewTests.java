package billpay.payment.checkout;

import billpay.payment.PaymentGateway.TestCard;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test card as the payment page shows it.
 */
class TestCardViewTests {

	@Test
	void theNumberIsGroupedAsOnTheCard() {
		assertThat(TestCardView.of(new TestCard("4000000000009995", "insufficient-funds")))
			.isEqualTo(new TestCardView("4000 0000 0000 9995", "Visa", "checkout.test-cards.insufficient-funds"));
		assertThat(TestCardView.of(new TestCard("378282246310005", "approved")))
			.isEqualTo(new TestCardView("3782 822463 10005", "American Express", "checkout.test-cards.approved"));
	}

}
