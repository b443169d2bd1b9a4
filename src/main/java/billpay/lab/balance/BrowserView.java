package billpay.lab.balance;

import org.jspecify.annotations.Nullable;

/**
 * One of the two browsers, as the page shows it.
 *
 * @param browser {@code a} or {@code b}
 * @param id the session's id that the browser sends
 * @param shortId its beginning
 * @param event what has happened last, as the end of a message key
 * @param deposit what there was in the beginning
 * @param entry what the store has of it, {@code null} for nothing
 * @param previous what the store still has of the session before it, {@code null} for
 * nothing
 */
public record BrowserView(String browser, String id, String shortId, String event, String deposit,
		@Nullable EntryView entry, @Nullable EntryView previous) {

	/**
	 * A session in a store.
	 *
	 * @param shortId the beginning of its id
	 * @param node the node that has it, 1 or 2
	 * @param owner whose it is
	 * @param balance what it says that is left
	 * @param changed whether the latest request has changed it
	 * @param paidOut what was really paid out to the owner
	 * @param overdrawn whether more was paid out than the session has noticed
	 */
	public record EntryView(String shortId, int node, String owner, String balance, boolean changed, String paidOut,
			boolean overdrawn) {

	}

}
