package billpay.payment;

import billpay.cart.PaymentOutcomeProvider;

import org.springframework.stereotype.Component;

/**
 * Reads the outcome of a payment from the database.
 */
@Component
class LedgerPaymentOutcomeProvider implements PaymentOutcomeProvider {

	private final PaymentRepository payments;

	LedgerPaymentOutcomeProvider(PaymentRepository payments) {
		this.payments = payments;
	}

	@Override
	public Outcome outcomeOf(String reference) {
		return this.payments.findStatus(reference).map((status) -> switch (status) {
			case PENDING -> Outcome.UNKNOWN;
			case APPROVED -> Outcome.PAID;
			case DECLINED -> Outcome.NOT_PAID;
		}).orElse(Outcome.NOT_PAID);
	}

}
