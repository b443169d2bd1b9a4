package billpay.cart;

/**
 * Tells how the payment of a cart ended. Implemented by the module that takes payments.
 */
public interface PaymentOutcomeProvider {

	/**
	 * What has become of a payment.
	 * @param reference the payment
	 * @return how it stands now
	 */
	Outcome outcomeOf(String reference);

	/**
	 * What has become of a payment.
	 */
	enum Outcome {

		/** It is not known yet. */
		UNKNOWN,

		/** The money came. */
		PAID,

		/** The money did not come. */
		NOT_PAID

	}

}
