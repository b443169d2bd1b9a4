package billpay.cart;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import billpay.bill.PhoneNumber;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to pay: the session's attribute {@value #ATTRIBUTE}. A value that
 * never changes; adding a line makes another cart, to be stored with
 * {@link #storeIn(HttpSession)}. It holds no prices: those are the database's.
 *
 * @param lines the lines in the order they were added
 */
public record Cart(List<Line> lines) implements Serializable {

	/** The attribute's name. */
	public static final String ATTRIBUTE = "cart";

	/** The most lines that a cart takes: the session holds them all. */
	public static final int MAX_LINES = 100;

	/** The most of one add-on in a line. */
	public static final int MAX_QUANTITY = 10;

	private static final Cart EMPTY = new Cart(List.of());

	public Cart {
		lines = List.copyOf(lines);
	}

	/**
	 * The cart of a session.
	 * @param session the session, or {@code null} when there is none
	 * @return its cart, an empty one at first
	 */
	public static Cart in(@Nullable HttpSession session) {
		Object cart = (session != null) ? session.getAttribute(ATTRIBUTE) : null;
		return (cart != null) ? (Cart) cart : EMPTY;
	}

	/**
	 * Makes this the session's cart.
	 * @param session the session
	 */
	public void storeIn(HttpSession session) {
		if (isEmpty()) {
			session.removeAttribute(ATTRIBUTE);
		}
		else {
			session.setAttribute(ATTRIBUTE, this);
		}
	}

	public boolean isEmpty() {
		return this.lines.isEmpty();
	}

	boolean isFull() {
		return this.lines.size() >= MAX_LINES;
	}

	/**
	 * Whether a bill is in the cart.
	 * @param billId the bill
	 * @return {@code true} when it is, whole or in part
	 */
	public boolean has(long billId) {
		return this.lines.stream().anyMatch((line) -> line instanceof BillLine bill && bill.billId() == billId);
	}

	/**
	 * This cart and one more line; a bill that is in it already only gets the new amount.
	 * @param line the line
	 * @return the new cart
	 */
	Cart with(Line line) {
		if (line instanceof BillLine added && has(added.billId())) {
			return changed((old) -> (old instanceof BillLine bill && bill.billId() == added.billId())
					? new BillLine(bill.id(), bill.number(), bill.billId(), added.amount()) : old);
		}
		return new Cart(Stream.concat(this.lines.stream(), Stream.of(line)).toList());
	}

	Cart with(String id, UnaryOperator<Line> change) {
		return changed((line) -> (line.id().equals(id)) ? change.apply(line) : line);
	}

	Cart without(String id) {
		return new Cart(this.lines.stream().filter((line) -> !line.id().equals(id)).toList());
	}

	private Cart changed(UnaryOperator<Line> change) {
		return new Cart(this.lines.stream().map(change).toList());
	}

	/**
	 * One thing to be paid.
	 */
	public sealed interface Line extends Serializable {

		/**
		 * What names the line in addresses.
		 * @return a random word, the line's alone
		 */
		String id();

		/**
		 * The number it is for.
		 * @return the number
		 */
		PhoneNumber number();

	}

	/**
	 * A bill, or a part of one.
	 *
	 * @param id names the line
	 * @param number the number the bill is for
	 * @param billId the bill
	 * @param amount the part to pay, {@code null} for all that is owed
	 */
	public record BillLine(String id, PhoneNumber number, long billId, @Nullable BigDecimal amount) implements Line {
	}

	/**
	 * An add-on for a number.
	 *
	 * @param id names the line
	 * @param number the number it is for
	 * @param addOn its code
	 * @param quantity how many, from 1
	 */
	public record AddOnLine(String id, PhoneNumber number, String addOn, int quantity) implements Line {
	}

}
