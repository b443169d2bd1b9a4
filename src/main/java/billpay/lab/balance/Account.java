package billpay.lab.balance;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What a session of this page holds.
 *
 * @param owner whose session it is
 * @param balance what the session says that is left
 * @param paidOut what has really been paid out to the owner, in all sessions
 * @param event what has happened last, as the end of a message key
 */
record Account(Owner owner, BigDecimal balance, BigDecimal paidOut, String event) implements Serializable {

	static Account opened(Owner owner) {
		return new Account(owner, owner.deposit(), BigDecimal.ZERO, "opened");
	}

	/**
	 * Takes out what is left, up to an amount.
	 * @param amount the amount
	 * @return the account afterwards
	 */
	Account withdraw(BigDecimal amount) {
		if (this.balance.compareTo(amount) < 0) {
			return new Account(this.owner, this.balance, this.paidOut, "not-enough");
		}
		return new Account(this.owner, this.balance.subtract(amount), this.paidOut.add(amount), "withdrawn");
	}

	Account with(BigDecimal totalPaidOut, String newEvent) {
		return new Account(this.owner, this.balance, totalPaidOut, newEvent);
	}

}
