package billpay.payment;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * The outside party that moves the money.
 */
interface PaymentGateway {

	/**
	 * Asks for a charge.
	 * @param charge what to charge
	 * @return what became of it
	 */
	Answer charge(Charge charge);

	/**
	 * A request for money.
	 *
	 * @param key names the charge: the same key is the same charge
	 * @param amount how much, two decimals
	 * @param currency in what (ISO 4217)
	 * @param card from whom
	 */
	record Charge(String key, BigDecimal amount, String currency, Card card) {
	}

	/**
	 * What the gateway says.
	 */
	enum Answer {

		/** The money is ours. */
		APPROVED,

		/** The bank says no and does not say why. */
		DECLINED,

		/** There is not enough money. */
		INSUFFICIENT_FUNDS,

		/** The bank says that the card has expired. */
		EXPIRED_CARD,

		/** The code is not the card's. */
		WRONG_CVC,

		/** The gateway could not do it; nothing was charged. */
		PROCESSING_ERROR;

		/**
		 * The message that tells a customer.
		 * @return a message key
		 */
		String messageKey() {
			return "gateway." + name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
