package billpay.cart;

/**
 * Tells how the payment of a cart ended. Implemented by the module that takes payments.
 */
public interface PaymentOutcomeProvider {

	/**
	 * What has become of a payment.
	 * @param reference the payment
	 * @return its outcome at this moment
	 */
	Outcome outcomeOf(String reference);

	/**
	 * What has become of a payment.
	 */
	enum Outcome {

		/** The payment is pending. */
		UNKNOWN,

		/** The payment was approved. */
		PAID,

		/** The payment was declined. */
		NOT_PAID

	}

}
