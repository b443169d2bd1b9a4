package billpay.lab.balance;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What a session of this page holds.
 *
 * @param amount what is left, as far as this session knows
 * @param account the owner's account at the bank, which is no session
 * @param event what has happened last
 * @param previous the id of the session that the browser has sent before, {@code null}
 * when this is its first
 */
record SessionBalance(BigDecimal amount, String account, Event event, @Nullable String previous) {

	boolean covers(BigDecimal withdrawal) {
		return this.amount.compareTo(withdrawal) >= 0;
	}

	SessionBalance minus(BigDecimal withdrawal, Event newEvent) {
		return new SessionBalance(this.amount.subtract(withdrawal), this.account, newEvent, this.previous);
	}

	SessionBalance with(Event newEvent) {
		return new SessionBalance(this.amount, this.account, newEvent, this.previous);
	}

	/**
	 * What can happen to a balance in a session.
	 */
	enum Event {

		/** The session was begun. */
		OPENED,

		/** Money was withdrawn. */
		WITHDRAWN,

		/** There was too little left. */
		NOT_ENOUGH,

		/** Two tabs have withdrawn at the same time. */
		TWO_TABS,

		/** The session before it has expired. */
		EXPIRED,

		/** Money was withdrawn on a node that has not had the session. */
		OTHER_NODE

	}

}
