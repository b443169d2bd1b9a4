package billpay.payment.checkout;

import billpay.payment.CardBrand;
import billpay.payment.PaymentGateway.TestCard;

/**
 * A test card on the payment page.
 *
 * @param number the number as it stands on a card: in groups of four, of American Express
 * of four, six and five digits
 * @param brand its brand
 * @param messageKey the message that says what it does
 */
public record TestCardView(String number, String brand, String messageKey) {

	static TestCardView of(TestCard card) {
		String number = (card.number().length() == 15) ? card.number().replaceAll("(.{4})(.{6})", "$1 $2 ")
				: card.number().replaceAll("(.{4})(?=.)", "$1 ");
		String brand = CardBrand.of(card.number()).map(CardBrand::displayName).orElseThrow();
		return new TestCardView(number, brand, "checkout.test-cards." + card.effect());
	}

}
