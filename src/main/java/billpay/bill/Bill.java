package billpay.bill;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;

/**
 * The bill of one number for one month, as it is in the database now.
 *
 * @param id the bill's id
 * @param number the number it is for
 * @param period the first day of the month it is for
 * @param amount its full amount
 * @param paid what has been paid of it, or is being paid
 * @param beingPaid the part of it whose payment is still pending
 * @param dueOn the day it is due
 * @param withdrawn whether it was withdrawn and cannot be paid any more
 */
public record Bill(long id, PhoneNumber number, LocalDate period, BigDecimal amount, BigDecimal paid,
		BigDecimal beingPaid, LocalDate dueOn, boolean withdrawn) {

	/** From the issue of a bill until it is due. */
	static final Period PAYMENT_TERM = Period.ofDays(14);

	/**
	 * What is left to pay.
	 * @return zero or more
	 */
	public BigDecimal owed() {
		return this.amount.subtract(this.paid);
	}

	/**
	 * Whether something is left to pay.
	 * @return {@code false} when all of it is paid or being paid
	 */
	public boolean isOwed() {
		return owed().signum() > 0;
	}

	/**
	 * Whether something is left to pay and the due date has passed.
	 * @param today the day
	 * @return {@code true} from the day after the one it was due
	 */
	public boolean isOverdue(LocalDate today) {
		return isOwed() && this.dueOn.isBefore(today);
	}

}
