package billpay.payment;

import java.security.SecureRandom;

import billpay.bill.Bills;
import billpay.cart.Quote;
import billpay.payment.Payment.Status;
import billpay.payment.PaymentGateway.Answer;
import billpay.payment.PaymentGateway.Charge;
import billpay.web.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
		boolean reserved = Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean owed = quote.lines()
				.stream()
				.allMatch((line) -> line.billId() == null || this.bills.take(line.billId(), line.amount()));
			if (owed) {
				this.payments.record(reference, customer, quote, card);
			}
			else {
				status.setRollbackOnly();
			}
			return owed;
		}));
		if (!reserved) {
			return new Result.Overtaken();
		}
		Answer answer = this.gateway.charge(new Charge(reference, quote.total(), this.money.getCurrency(), card));
		log.info("payment: user={} reference={} total={} answer={}", customer, reference, quote.total(), answer);
		return settle(reference, quote, answer);
	}

	private Result settle(String reference, Quote quote, Answer answer) {
		if (answer == Answer.APPROVED) {
			this.payments.settle(reference, Status.APPROVED);
			return new Result.Paid(reference);
		}
		this.transaction.executeWithoutResult((status) -> {
			this.payments.settle(reference, Status.DECLINED);
			for (Quote.Line line : quote.lines()) {
				if (line.billId() != null) {
					this.bills.giveBack(line.billId(), line.amount());
				}
			}
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
