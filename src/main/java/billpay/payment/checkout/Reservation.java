package billpay.payment.checkout;

import java.time.OffsetDateTime;
import java.util.List;

import billpay.bill.BillRepository;
import billpay.cart.Quote;
import billpay.payment.Payment;
import billpay.payment.PaymentLineRepository;
import billpay.payment.PaymentRepository;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Starts a payment: one transaction inserts it and reserves its amounts on the bills.
 * {@link Settlement} captures or releases them.
 */
@Component
class Reservation {

	private final PaymentRepository payments;

	private final PaymentLineRepository lines;

	private final BillRepository bills;

	private final TransactionOperations transaction;

	private final PaymentProperties properties;

	Reservation(PaymentRepository payments, PaymentLineRepository lines, BillRepository bills,
			TransactionOperations transaction, PaymentProperties properties) {
		this.payments = payments;
		this.lines = lines;
		this.bills = bills;
		this.transaction = transaction;
		this.properties = properties;
	}

	/**
	 * Inserts a payment and reserves its amounts.
	 * @param payment the payment, pending
	 * @param quote what it pays
	 * @return {@code false} when a bill has less left than its line says, or was
	 * withdrawn; nothing was written
	 * @throws org.springframework.dao.DuplicateKeyException when the cart has a payment
	 * that has not been declined
	 */
	boolean reserve(Payment payment, Quote quote) {
		OffsetDateTime askAt = payment.createdAt()
			.plus(this.properties.gatewayTimeout())
			.plus(this.properties.retryInterval());
		List<Payment.Line> lines = quote.lines().stream().map(Payment.Line::of).toList();
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			this.payments.insert(payment, askAt);
			boolean reserved = Payment.Line.billsOf(lines)
				.stream()
				.allMatch((line) -> this.bills.reserve(line.billId(), line.amount()));
			if (reserved) {
				// After the bills: on PostgreSQL a line locks the bill that it is for.
				this.lines.insert(payment.reference(), lines);
			}
			else {
				status.setRollbackOnly();
			}
			return reserved;
		}));
	}

}
