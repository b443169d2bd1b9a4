package billpay.cart;

import java.math.BigDecimal;

import billpay.bill.Bill;
import billpay.cart.CartLine.AddOnLine;
import billpay.cart.CartLine.BillLine;
import billpay.catalog.AddOn;
import org.jspecify.annotations.Nullable;

/**
 * A line of the cart and its price at this moment.
 */
public sealed interface PricedLine {

	/**
	 * The line of the cart.
	 * @return a line for a bill or for an add-on
	 */
	CartLine line();

	/**
	 * The amount of the line.
	 * @return two decimals, zero when it cannot be paid
	 */
	BigDecimal amount();

	/**
	 * Why it cannot be paid.
	 * @return the reason, {@code null} when it can
	 */
	@Nullable Problem problem();

	/**
	 * A bill, or a part of one.
	 *
	 * @param line the line of the cart
	 * @param owed what is left to pay of the bill
	 * @param problem why it cannot be paid, or {@code null}
	 */
	record PricedBill(BillLine line, BigDecimal owed, @Nullable Problem problem) implements PricedLine {

		static PricedBill of(BillLine line, @Nullable Bill bill) {
			if (bill == null) {
				return new PricedBill(line, Quote.ZERO, Problem.GONE);
			}
			boolean lessOwed = line.amount() != null && line.amount().compareTo(bill.owed()) > 0;
			Problem problem = Problem.of(bill);
			return new PricedBill(line, bill.owed(), (problem == null && lessOwed) ? Problem.LESS_OWED : problem);
		}

		@Override
		public BigDecimal amount() {
			if (this.problem != null) {
				return Quote.ZERO;
			}
			return (this.line.amount() != null) ? this.line.amount() : this.owed;
		}

		/**
		 * Whether only a part of the bill is to be paid.
		 * @return {@code false} for all of it, and when it cannot be paid
		 */
		public boolean isPartial() {
			return this.problem == null && amount().compareTo(this.owed) < 0;
		}

	}

	/**
	 * An add-on.
	 *
	 * @param line the line of the cart
	 * @param name its name, or its code when it is not sold any more
	 * @param unitPrice the price of one
	 * @param problem why it cannot be paid, or {@code null}
	 */
	record PricedAddOn(AddOnLine line, String name, BigDecimal unitPrice,
			@Nullable Problem problem) implements PricedLine {

		static PricedAddOn of(AddOnLine line, @Nullable AddOn addOn) {
			return (addOn != null) ? new PricedAddOn(line, addOn.name(), addOn.price(), null)
					: new PricedAddOn(line, line.addOn(), Quote.ZERO, Problem.GONE);
		}

		@Override
		public BigDecimal amount() {
			return this.unitPrice.multiply(BigDecimal.valueOf(this.line.quantity()));
		}

	}

	/**
	 * Why a line cannot be paid.
	 */
	enum Problem {

		/** The bill has been paid. */
		PAID,

		/** A payment of the rest of the bill is pending. */
		BEING_PAID,

		/** Less is left to pay of the bill than the line says. */
		LESS_OWED,

		/** The bill was withdrawn. */
		WITHDRAWN,

		/** The bill does not exist, or the add-on is not sold any more. */
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
			if (bill.isOwed()) {
				return null;
			}
			return (bill.beingPaid().signum() > 0) ? BEING_PAID : PAID;
		}

	}

}
