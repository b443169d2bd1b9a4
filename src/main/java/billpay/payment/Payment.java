package billpay.payment;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;

import billpay.bill.PhoneNumber;
import billpay.cart.PricedLine;
import billpay.cart.PricedLine.PricedAddOn;
import billpay.cart.PricedLine.PricedBill;
import billpay.payment.PaymentGateway.Charge;
import org.jspecify.annotations.Nullable;

/**
 * A payment in the ledger.
 *
 * @param reference names it, on the receipt and to the gateway
 * @param customer the account that paid
 * @param cart the cart that it pays, {@code null} for one from before carts had ids
 * @param status how far it has come
 * @param total the sum of its lines
 * @param currency in what (ISO 4217)
 * @param brand the card's brand
 * @param lastFour the last four digits of its number
 * @param createdAt when it was made
 */
public record Payment(String reference, String customer, @Nullable String cart, Status status, BigDecimal total,
		String currency, String brand, String lastFour, OffsetDateTime createdAt) {

	/**
	 * The charge that the gateway is asked for.
	 * @return the charge; the payment's reference is its key
	 */
	public Charge charge() {
		return new Charge(this.reference, this.total, this.currency);
	}

	/**
	 * The status of a payment. It changes once, from pending to one of the others.
	 */
	public enum Status {

		/** Recorded; the gateway's result is not known yet. */
		PENDING,

		/** Charged: there is a receipt. */
		APPROVED,

		/** Not charged, and will not be. */
		DECLINED

	}

	/**
	 * One thing that was paid.
	 *
	 * @param number the number it was for
	 * @param billId the bill, {@code null} for an add-on
	 * @param addOn the add-on's code, {@code null} for a bill
	 * @param quantity how many
	 * @param unitPrice the price of one
	 * @param amount what was paid for it
	 */
	public record Line(PhoneNumber number, @Nullable Long billId, @Nullable String addOn, int quantity,
			BigDecimal unitPrice, BigDecimal amount) {

		/**
		 * A line of a cart that is going to be paid.
		 * @param priced the line and its price
		 * @return the line of its payment
		 */
		public static Line of(PricedLine priced) {
			if (priced instanceof PricedBill bill) {
				return new Line(bill.line().number(), bill.line().billId(), null, 1, bill.amount(), bill.amount());
			}
			PricedAddOn addOn = (PricedAddOn) priced;
			return new Line(addOn.line().number(), null, addOn.line().addOn(), addOn.line().quantity(),
					addOn.unitPrice(), addOn.amount());
		}

		/**
		 * The lines that are for bills.
		 * @param lines the lines of a payment
		 * @return those for bills, by the ids of the bills: every payment locks its bills
		 * in this order, so that two payments of the same bills cannot deadlock
		 */
		public static List<Line> billsOf(List<Line> lines) {
			return lines.stream()
				.filter((line) -> line.billId() != null)
				.sorted(Comparator.comparing(Line::billId))
				.toList();
		}

	}

}
