package billpay.lab.balance;

import java.util.Locale;

/**
 * What can be done in one of the two browsers.
 */
public enum BalanceAction {

	/** Withdraws money. */
	WITHDRAW,

	/** Withdraws money in two tabs at the same time. */
	TWO_TABS,

	/** Lets the session expire and withdraws in a new one. */
	EXPIRE,

	/**
	 * Sends the next withdrawal to another node, whose memory does not have the session.
	 */
	OTHER_NODE;

	/**
	 * The end of the key of its message.
	 * @return lower case letters and hyphens
	 */
	public String getKey() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
