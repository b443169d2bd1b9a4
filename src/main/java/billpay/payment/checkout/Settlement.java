package billpay.payment.checkout;

import java.time.Clock;
import java.time.OffsetDateTime;

import billpay.bill.BillRepository;
import billpay.payment.Payment;
import billpay.payment.Payment.Status;
import billpay.payment.PaymentGateway.ChargeResult;
import billpay.payment.PaymentLineRepository;
import billpay.payment.PaymentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Settles payments, each of them once: a second settlement changes nothing.
 */
@Component
class Settlement {

	private static final Logger log = LoggerFactory.getLogger(Settlement.class);

	private final PaymentRepository payments;

	private final PaymentLineRepository lines;

	private final BillRepository bills;

	private final TransactionOperations transaction;

	private final Clock clock;

	Settlement(PaymentRepository payments, PaymentLineRepository lines, BillRepository bills,
			TransactionOperations transaction, Clock clock) {
		this.payments = payments;
		this.lines = lines;
		this.bills = bills;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Settles a payment, and captures or releases what it reserved.
	 * @param payment the payment
	 * @param result what the gateway said
	 * @return how the payment ended; when it was settled before, that is what was decided
	 * then
	 */
	Status settle(Payment payment, ChargeResult result) {
		Status end = (result == ChargeResult.APPROVED) ? Status.APPROVED : Status.DECLINED;
		boolean ended = Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean first = this.payments.settle(payment.reference(), end, result, OffsetDateTime.now(this.clock));
			if (first) {
				settleBills(payment.reference(), end);
			}
			return first;
		}));
		if (!ended) {
			return this.payments.findStatus(payment.reference()).orElseThrow();
		}
		log.info("payment: user={} reference={} total={} answer={}", payment.customer(), payment.reference(),
				payment.total(), result);
		return end;
	}

	private void settleBills(String reference, Status end) {
		for (Payment.Line line : Payment.Line.billsOf(this.lines.findByPayment(reference))) {
			if (end == Status.APPROVED) {
				this.bills.capture(line.billId(), line.amount());
			}
			else {
				this.bills.release(line.billId(), line.amount());
			}
		}
	}

}
