package billpay.cart.page;

import org.jspecify.annotations.Nullable;

/**
 * A bill on the page that offers it.
 *
 * @param id the bill's id
 * @param month the month it is for
 * @param owed what is left to pay of it
 * @param dueOn the day it is due
 * @param overdue whether that day has passed and something is left to pay
 * @param payable whether it can be put into the cart
 * @param inCart whether it is there already
 * @param amount its full amount
 * @param paid what has been paid of it, {@code null} when nothing has
 * @param beingPaid what is being paid of it, {@code null} when nothing is
 * @param rejectedValue the amount to be shown again because it was rejected, {@code null}
 * when none was
 */
public record BillView(String id, String month, String owed, String dueOn, boolean overdue, boolean payable,
		boolean inCart, String amount, @Nullable String paid, @Nullable String beingPaid,
		@Nullable String rejectedValue) {

	/**
	 * The id of the field for an amount. An error names the field and not the bill.
	 * @return an id that is on the page once
	 */
	public String field() {
		return (this.rejectedValue != null) ? "amount" : "amount-" + this.id;
	}

}
