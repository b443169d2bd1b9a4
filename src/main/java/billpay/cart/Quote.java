package billpay.cart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import billpay.bill.Bill;
import billpay.bill.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * The price of a cart at this moment, with every amount read from the database.
 *
 * @param lines the priced lines, in the cart's order
 */
public record Quote(List<Line> lines) {

	/**
	 * The sum of the lines.
	 * @return two decimals
	 */
	public BigDecimal total() {
		return this.lines.stream().map(Line::amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
	}

	/**
	 * Whether the cart can be paid as it is.
	 * @return {@code false} when it is empty or a line has a problem
	 */
	public boolean isPayable() {
		return !this.lines.isEmpty() && this.lines.stream().allMatch((line) -> line.problem() == null);
	}

	/**
	 * A priced line.
	 *
	 * @param id the cart line's id
	 * @param number the number it is for
	 * @param billId the bill, {@code null} for an add-on
	 * @param period the bill's month, {@code null} for an add-on
	 * @param owed what is left to pay of the bill, {@code null} for an add-on
	 * @param partial whether only a part of the bill is to be paid
	 * @param addOn the add-on's code, {@code null} for a bill
	 * @param name the add-on's name, {@code null} for a bill
	 * @param quantity how many
	 * @param unitPrice the price of one
	 * @param amount the amount of the line, zero when it cannot be paid
	 * @param problem why it cannot be paid, or {@code null}
	 */
	public record Line(String id, PhoneNumber number, @Nullable Long billId, @Nullable LocalDate period,
			@Nullable BigDecimal owed, boolean partial, @Nullable String addOn, @Nullable String name, int quantity,
			BigDecimal unitPrice, BigDecimal amount, @Nullable Problem problem) {
	}

	/**
	 * Why a line cannot be paid.
	 */
	public enum Problem {

		/** The bill has been paid. */
		PAID,

		/**
		 * A payment of the rest of the bill is pending.
		 */
		BEING_PAID,

		/** Less is left to pay of the bill than the line says. */
		LESS_OWED,

		/** The bill was withdrawn. */
		WITHDRAWN,

		/** The add-on is not sold any more. */
		GONE;

		/**
		 * Why nothing can be paid of a bill.
		 * @param bill the bill
		 * @return the reason, {@code null} when something can
		 */
		public static @Nullable Problem of(Bill bill) {
			if (bill.withdrawn()) {
				return WITHDRAWN;
			}
			if (bill.owed().signum() > 0) {
				return null;
			}
			return (bill.beingPaid().signum() > 0) ? BEING_PAID : PAID;
		}

	}

}
