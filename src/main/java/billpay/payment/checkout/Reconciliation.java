package billpay.payment.checkout;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import billpay.payment.Payment;
import billpay.payment.PaymentGateway;
import billpay.payment.PaymentGateway.ChargeResult;
import billpay.payment.PaymentRepository;
import billpay.payment.PaymentRepository.PendingPayment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Settles payments whose result never arrived because the gateway was slow, the
 * connection broke or the process died. It inquires by the key of the payment until the
 * result is known, and never charges.
 * <p>
 * Several nodes may run it: {@link PaymentRepository#claim} gives a payment to one of
 * them at a time. It does not run while only the ledger is checked.
 */
@Component
@ConditionalOnWebApplication
class Reconciliation {

	private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

	private static final int BATCH_SIZE = 100;

	private final PaymentRepository payments;

	private final PaymentGateway gateway;

	private final Settlement settlement;

	private final PaymentProperties properties;

	private final Clock clock;

	Reconciliation(PaymentRepository payments, PaymentGateway gateway, Settlement settlement,
			PaymentProperties properties, Clock clock) {
		this.payments = payments;
		this.gateway = gateway;
		this.settlement = settlement;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Inquires about all due payments at the same time, so that a gateway that does not
	 * answer is waited for once.
	 */
	void run() {
		OffsetDateTime now = OffsetDateTime.now(this.clock);
		try {
			List<Inquiry> inquiries = this.payments.findDueForInquiry(now, BATCH_SIZE)
				.stream()
				.filter((pending) -> claim(pending, now))
				.map(this::inquire)
				.toList();
			inquiries.forEach(this::settle);
		}
		catch (DataAccessException | TransactionException ex) {
			// The database is unavailable; the next run tries again.
			log.warn("reconciliation-failed: {}", ex.toString());
		}
	}

	private boolean claim(PendingPayment pending, OffsetDateTime now) {
		OffsetDateTime next = now.plus(this.properties.retryDelay(pending.attempts() + 1));
		return this.payments.claim(pending.payment().reference(), now, next);
	}

	private Inquiry inquire(PendingPayment pending) {
		try {
			CompletableFuture<Optional<ChargeResult>> result = this.gateway.conclude(pending.payment().charge());
			return new Inquiry(pending.payment(),
					result.orTimeout(this.properties.gatewayTimeout().toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (RuntimeException ex) {
			return new Inquiry(pending.payment(), CompletableFuture.failedFuture(ex));
		}
	}

	private void settle(Inquiry inquiry) {
		Payment payment = inquiry.payment();
		try {
			inquiry.result()
				.join()
				.ifPresentOrElse((result) -> this.settlement.settle(payment, result), () -> log
					.info("payment-unconfirmed: user={} reference={}", payment.customer(), payment.reference()));
		}
		catch (CompletionException ex) {
			log.warn("gateway-failed: reference={} {}", payment.reference(), String.valueOf(ex.getCause()));
		}
	}

	/**
	 * An inquiry about a payment.
	 *
	 * @param payment the payment
	 * @param result what the gateway responds, nothing while it has not decided
	 */
	private record Inquiry(Payment payment, CompletableFuture<Optional<ChargeResult>> result) {
	}

}
