package billpay.lab.balance;

import java.math.BigDecimal;

/**
 * What a session of this page holds.
 *
 * @param owner whose session it is
 * @param amount what is left, as far as this session knows
 * @param account the owner's account at the bank, which is no session
 * @param event what has happened last, as the end of a message key
 */
record SessionBalance(Owner owner, BigDecimal amount, String account, String event) {

	static SessionBalance opened(Owner owner, String account, String event) {
		return new SessionBalance(owner, owner.deposit(), account, event);
	}

	boolean covers(BigDecimal withdrawal) {
		return this.amount.compareTo(withdrawal) >= 0;
	}

	SessionBalance minus(BigDecimal withdrawal) {
		return new SessionBalance(this.owner, this.amount.subtract(withdrawal), this.account, "withdrawn");
	}

	SessionBalance with(String newEvent) {
		return new SessionBalance(this.owner, this.amount, this.account, newEvent);
	}

}
