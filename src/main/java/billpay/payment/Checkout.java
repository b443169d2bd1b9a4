package billpay.payment;

import java.security.SecureRandom;
import java.util.Comparator;
import java.util.stream.Stream;

import billpay.bill.Bills;
import billpay.cart.Quote;
import billpay.payment.Payment.Status;
import billpay.payment.PaymentGateway.Answer;
import billpay.payment.PaymentGateway.Charge;
import billpay.web.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Pays: writes the payment and takes the amounts off the bills, asks the gateway, writes
 * the answer. No transaction is open while the gateway is asked.
 */
@Component
class Checkout {

	private static final Logger log = LoggerFactory.getLogger(Checkout.class);

	/** Crockford's base 32: no letter that looks like a digit. */
	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private final Payments payments;

	private final Bills bills;

	private final PaymentGateway gateway;

	private final TransactionOperations transaction;

	private final Money money;

	private final SecureRandom random = new SecureRandom();

	Checkout(Payments payments, Bills bills, PaymentGateway gateway, TransactionOperations transaction, Money money) {
		this.payments = payments;
		this.bills = bills;
		this.gateway = gateway;
		this.transaction = transaction;
		this.money = money;
	}

	/**
	 * Pays what a quote comes to.
	 * @param customer who pays
	 * @param quote what for, payable
	 * @param card with which card
	 * @return how it ended
	 */
	Result pay(String customer, Quote quote, Card card) {
		String reference = newReference();
		if (!reserve(reference, customer, quote, card)) {
			return new Result.Overtaken();
		}
		Answer answer = this.gateway.charge(new Charge(reference, quote.total(), this.money.getCurrency(), card));
		log.info("payment: user={} reference={} total={} answer={}", customer, reference, quote.total(), answer);
		return settle(reference, quote, answer);
	}

	private boolean reserve(String reference, String customer, Quote quote, Card card) {
		try {
			return Boolean.TRUE.equals(this.transaction.execute((status) -> {
				boolean owed = billsOf(quote).allMatch((line) -> this.bills.take(line.billId(), line.amount()));
				if (owed) {
					this.payments.record(reference, customer, quote, card);
				}
				else {
					status.setRollbackOnly();
				}
				return owed;
			}));
		}
		catch (PessimisticLockingFailureException ex) {
			log.warn("payment-overtaken: user={} reference={}", customer, reference);
			return false;
		}
	}

	private static Stream<Quote.Line> billsOf(Quote quote) {
		// In the order of the bills: two carts with the same ones would else lock them
		// crosswise and wait for each other.
		return quote.lines()
			.stream()
			.filter((line) -> line.billId() != null)
			.sorted(Comparator.comparing(Quote.Line::billId));
	}

	private Result settle(String reference, Quote quote, Answer answer) {
		if (answer == Answer.APPROVED) {
			this.payments.settle(reference, Status.APPROVED);
			return new Result.Paid(reference);
		}
		this.transaction.executeWithoutResult((status) -> {
			this.payments.settle(reference, Status.DECLINED);
			billsOf(quote).forEach((line) -> this.bills.giveBack(line.billId(), line.amount()));
		});
		return new Result.Declined(answer);
	}

	/**
	 * A name for a payment that nobody guesses.
	 * @return {@code BP-} and twice five letters and digits, 50 random bits
	 */
	private String newReference() {
		StringBuilder reference = new StringBuilder("BP");
		for (int i = 0; i < 10; i++) {
			reference.append((i % 5 == 0) ? "-" : "").append(ALPHABET.charAt(this.random.nextInt(ALPHABET.length())));
		}
		return reference.toString();
	}

	/**
	 * How a checkout ended.
	 */
	sealed interface Result {

		/**
		 * The money came.
		 *
		 * @param reference the payment
		 */
		record Paid(String reference) implements Result {
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
