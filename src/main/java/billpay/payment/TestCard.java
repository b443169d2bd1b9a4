package billpay.payment;

import billpay.payment.PaymentGateway.Answer;

/**
 * The cards to which the sandbox gateway has an answer of its own, for the payment page
 * to show.
 */
public enum TestCard {

	/** Approved. */
	VISA("4242424242424242", Answer.APPROVED),

	/** Approved. */
	MASTERCARD("5555555555554444", Answer.APPROVED),

	/** Approved; its CVC has four digits. */
	AMEX("378282246310005", Answer.APPROVED),

	/** Declined. */
	DECLINED("4000000000000002", Answer.DECLINED),

	/** Declined for lack of money. */
	INSUFFICIENT_FUNDS("4000000000009995", Answer.INSUFFICIENT_FUNDS),

	/** Declined as expired. */
	EXPIRED("4000000000000069", Answer.EXPIRED_CARD),

	/** Declined for its code. */
	WRONG_CVC("4000000000000127", Answer.WRONG_CVC),

	/** Not done. */
	PROCESSING_ERROR("4000000000000119", Answer.PROCESSING_ERROR);

	private final String number;

	private final Answer answer;

	TestCard(String number, Answer answer) {
		this.number = number;
		this.answer = answer;
	}

	boolean isNumber(String digits) {
		return this.number.equals(digits);
	}

	Answer answer() {
		return this.answer;
	}

	/**
	 * The number as it stands on a card.
	 * @return the digits in groups of four
	 */
	public String grouped() {
		return this.number.replaceAll("(.{4})(?=.)", "$1 ");
	}

	public String brand() {
		return CardBrand.of(this.number).map(CardBrand::displayName).orElseThrow();
	}

	public String messageKey() {
		return this.answer.messageKey();
	}

}
