package billpay.payment.checkout;

import java.util.Locale;

import billpay.payment.Payment.Status;
import billpay.payment.PaymentGateway.ChargeResult;

/**
 * How a {@link Checkout} ended.
 */
sealed interface CheckoutResult {

	/**
	 * There is a payment, made by this submission or an earlier one.
	 *
	 * @param reference the payment
	 * @param status how far it has come: approved or still pending
	 * @param repeated whether an earlier submission made it
	 */
	record Submitted(String reference, Status status, boolean repeated) implements CheckoutResult {

		boolean isApproved() {
			return this.status == Status.APPROVED;
		}

	}

	/**
	 * The gateway declined; nothing is charged, and what was reserved is released.
	 *
	 * @param result what it said
	 */
	record Declined(ChargeResult result) implements CheckoutResult {

		String messageKey() {
			return "gateway." + this.result.name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * The form has errors. It also has one when the cart or its total is no longer what
	 * the customer saw. There is no payment.
	 */
	record FormRejected() implements CheckoutResult {
	}

	/**
	 * A bill can no longer be paid as quoted: another payment has it, or it was
	 * withdrawn. There is no payment.
	 */
	record Conflict() implements CheckoutResult {
	}

}
