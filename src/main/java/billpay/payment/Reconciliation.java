package billpay.payment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import billpay.payment.PaymentGateway.Answer;
import billpay.payment.Payments.Undecided;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Finds out what became of payments whose answer never came: the gateway was slow, the
 * connection broke, the process died. It asks by the payment's key until the outcome is
 * known, from the start of the application on, and never charges.
 * <p>
 * Several nodes may do this at a time. A payment is one node's until its next asking is
 * due: that is what {@link Payments#claim} hands out. While only the ledger is checked,
 * nobody is asked.
 */
@Component
@ConditionalOnWebApplication
class Reconciliation {

	private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

	private static final int AT_A_TIME = 100;

	private final Payments payments;

	private final PaymentGateway gateway;

	private final Settlement settlement;

	private final PaymentSettings settings;

	private final Clock clock;

	Reconciliation(Payments payments, PaymentGateway gateway, Settlement settlement, PaymentSettings settings,
			Clock clock) {
		this.payments = payments;
		this.gateway = gateway;
		this.settlement = settlement;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Asks for every payment that is due to be asked for.
	 */
	@Scheduled(fixedDelayString = "${billpay.payment.reconcile-every:1s}")
	void run() {
		try {
			this.payments.undecided(OffsetDateTime.now(this.clock), AT_A_TIME).forEach(this::conclude);
		}
		catch (DataAccessException | TransactionException ex) {
			// The database is away: with the next run it may be back.
			log.warn("reconciliation-failed: {}", ex.toString());
		}
	}

	private void conclude(Undecided undecided) {
		OffsetDateTime now = OffsetDateTime.now(this.clock);
		int asked = undecided.asked() + 1;
		Payment payment = undecided.payment();
		if (!this.payments.claim(payment.reference(), now, now.plus(this.settings.pauseAfter(asked)))) {
			return;
		}
		Optional<Answer> answer = ask(payment);
		if (answer.isPresent()) {
			this.settlement.settle(payment, answer.get());
		}
		else {
			log.info("payment-unconfirmed: user={} reference={} asked={}", payment.customer(), payment.reference(),
					asked);
		}
	}

	private Optional<Answer> ask(Payment payment) {
		try {
			return this.gateway.conclude(payment.charge())
				.get(this.settings.patience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
		catch (Exception ex) {
			log.warn("gateway-failed: reference={} {}", payment.reference(), ex.toString());
			return Optional.empty();
		}
	}

}
