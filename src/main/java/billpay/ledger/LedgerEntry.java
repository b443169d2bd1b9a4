package billpay.ledger;

import billpay.ledger.LedgerReport.Finding;
import billpay.payment.Payment;
import billpay.payment.Payment.Status;
import billpay.payment.PaymentGateway.Charge;
import org.jspecify.annotations.Nullable;

/**
 * What the shop's ledger and the gateway's statement say under one reference.
 *
 * @param reference names the payment, and the charge
 * @param payment what the shop has, {@code null} for nothing
 * @param charge what the gateway has, {@code null} for nothing
 * @param charges how often the gateway has charged it
 */
public record LedgerEntry(String reference, @Nullable Payment payment, @Nullable Charge charge, int charges) {

	/**
	 * Whether the two agree. An approved payment must have a charge and a declined one
	 * must have none; a pending one may have either.
	 * @return {@code false} for a difference
	 */
	public boolean matches() {
		return finding() == null;
	}

	// The first difference, null for none.
	@Nullable Finding finding() {
		if (this.charge == null) {
			return (this.payment != null && this.payment.status() == Status.APPROVED)
					? finding("payment-without-charge", this.payment.total().toPlainString()) : null;
		}
		String charged = this.charge.amount().toPlainString();
		if (this.charges > 1) {
			return finding("charged-twice", charged);
		}
		if (this.payment == null) {
			return finding("charge-without-payment", charged);
		}
		if (this.payment.total().compareTo(this.charge.amount()) != 0
				|| !this.payment.currency().equals(this.charge.currency())) {
			return finding("charge-of-another-amount", charged, this.payment.total().toPlainString());
		}
		return (this.payment.status() == Status.DECLINED) ? finding("charge-of-declined", charged) : null;
	}

	private Finding finding(String problem, Object... details) {
		return new Finding(3, problem, this.reference, details);
	}

}
