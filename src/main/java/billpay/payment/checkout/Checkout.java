package billpay.payment.checkout;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import billpay.cart.Quote;
import billpay.payment.Card;
import billpay.payment.Payment;
import billpay.payment.Payment.Status;
import billpay.payment.PaymentGateway;
import billpay.payment.PaymentGateway.ChargeResult;
import billpay.payment.PaymentRepository;
import billpay.payment.checkout.CheckoutResult.Submitted;
import billpay.web.format.MoneyFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Pays a cart: makes the {@link Reservation}, charges the card, settles the result. No
 * transaction is open while the gateway is called. A failure after the charge leaves the
 * payment pending for {@link Reconciliation}.
 */
@Component
class Checkout {

	private static final Logger log = LoggerFactory.getLogger(Checkout.class);

	private final PaymentRepository payments;

	private final Reservation reservation;

	private final PaymentGateway gateway;

	private final Settlement settlement;

	private final PaymentProperties properties;

	private final MoneyFormatter money;

	private final PaymentReferenceGenerator references;

	private final Clock clock;

	private final Semaphore waiting;

	Checkout(PaymentRepository payments, Reservation reservation, PaymentGateway gateway, Settlement settlement,
			PaymentProperties properties, MoneyFormatter money, PaymentReferenceGenerator references, Clock clock) {
		this.payments = payments;
		this.reservation = reservation;
		this.gateway = gateway;
		this.settlement = settlement;
		this.properties = properties;
		this.money = money;
		this.references = references;
		this.clock = clock;
		this.waiting = new Semaphore(properties.maxWaitingRequests());
	}

	/**
	 * The result of an earlier submission of a cart.
	 * @param customer whose payment it must be
	 * @param cart the cart's id
	 * @return the payment; nothing when the cart has none, or only declined ones
	 */
	Optional<CheckoutResult> findEarlier(String customer, String cart) {
		return this.payments.findByCart(cart, customer)
			.map((payment) -> new Submitted(payment.reference(), payment.status(), true));
	}

	/**
	 * Pays a cart. Of several concurrent calls for a cart one creates the payment; the
	 * others return it.
	 * @param customer the account that pays
	 * @param cart the cart's id
	 * @param quote the cart's lines and prices, all of them payable
	 * @param card the card to charge
	 * @return a payment, pending while the gateway's result is not known, or why there is
	 * none
	 */
	CheckoutResult pay(String customer, String cart, Quote quote, Card card) {
		Payment payment = new Payment(this.references.next(), customer, cart, Status.PENDING, quote.total(),
				this.money.getCurrency(), card.brand().displayName(), card.lastFour(), OffsetDateTime.now(this.clock));
		try {
			if (!this.reservation.reserve(payment, quote)) {
				return new CheckoutResult.Conflict();
			}
		}
		catch (DuplicateKeyException | TransientDataAccessException ex) {
			// A concurrent payment has the cart or a bill. H2 reports a lock timeout as a
			// query timeout.
			CheckoutResult result = findEarlier(customer, cart).orElse(new CheckoutResult.Conflict());
			log.info("payment-conflict: user={} cart={} result={}", customer, cart, result);
			return result;
		}
		return charge(payment, card).map((result) -> settle(payment, result))
			.orElseGet(() -> new Submitted(payment.reference(), Status.PENDING, false));
	}

	private Optional<ChargeResult> charge(Payment payment, Card card) {
		try {
			CompletableFuture<ChargeResult> result = this.gateway.charge(payment.charge(), card);
			return (result.isDone()) ? Optional.of(result.get()) : await(result);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
		catch (Exception ex) {
			// Without the message, which may quote the card.
			Throwable cause = NestedExceptionUtils.getMostSpecificCause(ex);
			log.error("gateway-failed: reference={} cause={} at={}", payment.reference(), cause.getClass().getName(),
					Arrays.stream(cause.getStackTrace()).findFirst().orElse(null));
			return Optional.empty();
		}
	}

	private Optional<ChargeResult> await(CompletableFuture<ChargeResult> result) throws Exception {
		if (!this.waiting.tryAcquire()) {
			return Optional.empty();
		}
		try {
			return Optional.of(result.get(this.properties.gatewayTimeout().toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (TimeoutException ex) {
			return Optional.empty();
		}
		finally {
			this.waiting.release();
		}
	}

	private CheckoutResult settle(Payment payment, ChargeResult result) {
		try {
			Status end = this.settlement.settle(payment, result);
			return (end == Status.DECLINED) ? new CheckoutResult.Declined(result)
					: new Submitted(payment.reference(), end, false);
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("settlement-failed: reference={} {}", payment.reference(), ex.toString());
			return new Submitted(payment.reference(), Status.PENDING, false);
		}
	}

}
