package billpay.payment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import billpay.bill.BillRepository;
import billpay.cart.Quote;
import billpay.payment.Payment.Status;
import billpay.payment.PaymentGateway.Answer;
import billpay.web.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Pays: writes the payment and takes the amounts off the bills, asks the gateway, writes
 * the answer. No transaction is open while the gateway is asked. What goes wrong after
 * the gateway has been asked leaves the payment pending, and is {@link Reconciliation}'s.
 */
@Component
class Checkout {

	private static final Logger log = LoggerFactory.getLogger(Checkout.class);

	private final PaymentRepository payments;

	private final BillRepository bills;

	private final PaymentGateway gateway;

	private final Settlement settlement;

	private final TransactionOperations transaction;

	private final PaymentProperties settings;

	private final Money money;

	private final PaymentReferenceGenerator references;

	private final Clock clock;

	private final Semaphore waiting;

	Checkout(PaymentRepository payments, BillRepository bills, PaymentGateway gateway, Settlement settlement,
			TransactionOperations transaction, PaymentProperties settings, Money money,
			PaymentReferenceGenerator references, Clock clock) {
		this.payments = payments;
		this.bills = bills;
		this.gateway = gateway;
		this.settlement = settlement;
		this.transaction = transaction;
		this.settings = settings;
		this.money = money;
		this.references = references;
		this.clock = clock;
		this.waiting = new Semaphore(settings.mostWaiting());
	}

	/**
	 * What an earlier submission of a cart led to.
	 * @param customer whose cart
	 * @param cart the cart's id
	 * @return the payment; {@code null} when there was none, or it was declined
	 */
	Result.@Nullable Submitted earlier(String customer, String cart) {
		return this.payments.ofCart(cart, customer)
			.map((payment) -> new Result.Submitted(payment.reference(), payment.status()))
			.orElse(null);
	}

	/**
	 * Pays what a cart comes to. However often and wherever that is tried at once, one of
	 * the tries makes a payment and the others get to know it.
	 * @param customer who pays
	 * @param cart the cart's id
	 * @param quote what it comes to, payable
	 * @param card with which card
	 * @return how it ended
	 */
	Result pay(String customer, String cart, Quote quote, Card card) {
		Payment payment = new Payment(this.references.next(), customer, cart, Status.PENDING, quote.total(),
				this.money.getCurrency(), card.brand().displayName(), card.lastFour(), OffsetDateTime.now(this.clock));
		try {
			if (!reserve(payment, quote)) {
				return new Result.Overtaken();
			}
		}
		catch (DuplicateKeyException | TransientDataAccessException ex) {
			// Somebody else has the cart or a bill at this moment; on H2 a wait that is
			// too
			// long counts as a query that is.
			Result earlier = earlier(customer, cart);
			log.info("payment-overtaken: user={} cart={} by={}", customer, cart, earlier);
			return (earlier != null) ? earlier : new Result.Overtaken();
		}
		return ask(payment, card).map((answer) -> settle(payment, answer))
			.orElseGet(() -> new Result.Submitted(payment.reference(), Status.PENDING));
	}

	private boolean reserve(Payment payment, Quote quote) {
		OffsetDateTime askAt = payment.createdAt().plus(this.settings.patience()).plus(this.settings.askEvery());
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			this.payments.record(payment, askAt);
			boolean owed = takeOffBills(quote);
			if (owed) {
				// After the bills: a line refers to its bill, and so locks it on
				// PostgreSQL.
				this.payments.recordLines(payment.reference(), quote.lines());
			}
			else {
				status.setRollbackOnly();
			}
			return owed;
		}));
	}

	private boolean takeOffBills(Quote quote) {
		// In the order of the bills: two carts with the same ones would else lock them
		// crosswise and wait for each other.
		return quote.lines()
			.stream()
			.filter((line) -> line.billId() != null)
			.sorted(Comparator.comparing(Quote.Line::billId))
			.allMatch((line) -> this.bills.take(line.billId(), line.amount()));
	}

	private Optional<Answer> ask(Payment payment, Card card) {
		try {
			CompletableFuture<Answer> answer = this.gateway.charge(payment.charge(), card);
			return Optional.ofNullable((answer.isDone()) ? answer.get() : await(answer));
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

	private @Nullable Answer await(CompletableFuture<Answer> answer) throws Exception {
		if (!this.waiting.tryAcquire()) {
			return null;
		}
		try {
			return answer.get(this.settings.patience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			return null;
		}
		finally {
			this.waiting.release();
		}
	}

	private Result settle(Payment payment, Answer answer) {
		try {
			Status end = this.settlement.settle(payment, answer);
			return (end == Status.DECLINED) ? new Result.Declined(answer)
					: new Result.Submitted(payment.reference(), end);
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("settlement-failed: reference={} {}", payment.reference(), ex.toString());
			return new Result.Submitted(payment.reference(), Status.PENDING);
		}
	}

	/**
	 * How a checkout ended.
	 */
	sealed interface Result {

		/**
		 * There is a payment, made by this try or an earlier one.
		 *
		 * @param reference the payment
		 * @param status how far it has come: approved or still pending
		 */
		record Submitted(String reference, Status status) implements Result {
		}

		/**
		 * The gateway said no; nothing is charged, nothing is taken.
		 *
		 * @param answer what it said
		 */
		record Declined(Answer answer) implements Result {
		}

		/**
		 * Somebody paid one of the bills in this very moment; the gateway was not asked.
		 */
		record Overtaken() implements Result {
		}

	}

}
