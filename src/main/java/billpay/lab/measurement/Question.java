package billpay.lab.measurement;

import java.util.Locale;

/**
 * What is asked of every technique: the rows of the comparison table, in order.
 */
public enum Question {

	/** Does the server know at the second request for which number it is? */
	REMEMBERED,

	/** Who holds the number in between? */
	HELD_BY,

	/** Can the customer read it there? */
	READABLE,

	/** Does the server believe a number that the customer has changed? */
	CHANGE_BELIEVED,

	/** Does the server believe a price that the customer has changed? */
	PRICE_BELIEVED,

	/** Does the server believe what was made for another customer, and copied? */
	COPY_BELIEVED,

	/** Does it stand in the address of the second request? */
	IN_ADDRESS,

	/** Does it stand in the access log of the server? */
	IN_ACCESS_LOG,

	/** Does it stand in the history of the browser? */
	IN_HISTORY,

	/** Is it sent to the next page as {@code Referer}? */
	IN_REFERER,

	/** Is it still there when the page has been reloaded? */
	AFTER_RELOAD,

	/** Is it there in a second tab? */
	IN_SECOND_TAB,

	/** Is it still there when the browser has been closed and opened again? */
	AFTER_BROWSER_RESTART,

	/** Is it still there when the server has been restarted? */
	AFTER_SERVER_RESTART,

	/** Does another node know it, which has the same key and a memory of its own? */
	ON_OTHER_NODE,

	/** Who puts it into the second request? */
	SENT_BY;

	/**
	 * The end of the keys of its messages.
	 * @return lower case letters and hyphens
	 */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
