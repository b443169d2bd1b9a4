package billpay.bill;

import java.util.List;

/**
 * A number on the lookup page, and the status of its bills.
 *
 * @param number the number for a person to read
 * @param e164 what its button sends
 * @param own whether it is the customer's own
 * @param billSummaries what is overdue, due, being paid or paid, in this order
 */
public record PhoneNumberView(String number, String e164, boolean own, List<BillSummary> billSummaries) {

	/**
	 * Whether nothing can be paid for it now.
	 * @return {@code true} when nothing is due
	 */
	public boolean isNothingDue() {
		return this.billSummaries.stream().noneMatch(BillSummary::isOwed);
	}

	/**
	 * The bills of the number that have the same status, as one entry.
	 *
	 * @param status the end of the message's key
	 * @param amount what is left to pay of them, empty when nothing is
	 * @param date the earliest of their due dates, empty when nothing is left to pay
	 */
	public record BillSummary(String status, String amount, String date) {

		/**
		 * Whether there is something left to pay.
		 * @return {@code false} when it is paid or being paid
		 */
		public boolean isOwed() {
			return !this.amount.isEmpty();
		}

		public boolean isOverdue() {
			return this.status.startsWith("overdue");
		}

	}

}
