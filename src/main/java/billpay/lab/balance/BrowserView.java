package billpay.lab.balance;

/**
 * One of the two browsers, as the page shows it.
 *
 * @param browser {@code a} or {@code b}
 * @param owner who sits there
 * @param id the session's id that the browser sends
 * @param shortId its beginning
 * @param node the node that has the session
 * @param known whether the store has the session
 * @param balance what the session says that is left
 * @param paidOut what was really paid out
 * @param deposit what there was in the beginning
 * @param event what has happened last, as the end of a message key
 * @param overdrawn whether more was paid out than the session has noticed
 */
public record BrowserView(String browser, String owner, String id, String shortId, int node, boolean known,
		String balance, String paidOut, String deposit, String event, boolean overdrawn) {

}
