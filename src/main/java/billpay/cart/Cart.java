package billpay.cart;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import billpay.cart.CartLine.BillLine;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to pay. It is immutable: a change returns a new cart, and
 * {@link CartRepository} stores it in the session. It holds no prices; those are read
 * from the database.
 * <p>
 * A cart keeps its id from its first line until it has been paid, so that it is paid
 * once. While its payment is pending, it does not change. After an approved payment the
 * next line begins a new cart; after a declined one this cart is open again.
 *
 * @param id names the cart, empty while nothing has ever been in it
 * @param version counts its changes
 * @param lines the lines in the order they were added
 * @param payment the payment of the cart, {@code null} while it can be changed
 */
public record Cart(String id, int version, List<CartLine> lines, @Nullable String payment) implements Serializable {

	/** The greatest number of lines: the session holds them all. */
	public static final int MAX_LINES = 100;

	/** The greatest quantity of an add-on in a line. */
	public static final int MAX_QUANTITY = 10;

	/** A cart that has never had a line. */
	public static final Cart EMPTY = new Cart("", 0, List.of(), null);

	public Cart {
		Objects.requireNonNull(id);
		lines = List.copyOf(lines);
	}

	public boolean isEmpty() {
		return this.lines.isEmpty();
	}

	/**
	 * Identifies this state of the cart, so that a form can say which one it was made
	 * from.
	 * @return the id and the version
	 */
	public String revision() {
		return this.id + "." + this.version;
	}

	/**
	 * Reads a {@link #revision()}.
	 * @param revision what a form has sent
	 * @return the id of the cart that the form was made from
	 */
	public static String idOf(String revision) {
		return revision.split("\\.", 2)[0];
	}

	// Not to be changed until the payment has been settled.
	Cart withPayment(String reference) {
		return new Cart(this.id, this.version, this.lines, reference);
	}

	Cart paid() {
		return new Cart(this.id, this.version, List.of(), this.payment);
	}

	Cart reopened() {
		return new Cart(this.id, this.version, this.lines, null);
	}

	boolean isBeingPaid() {
		return this.payment != null && !isEmpty();
	}

	/**
	 * The lines that are still to be paid. Whether the lines of a payment have been paid
	 * is known to the database, not to the session.
	 * @return the lines, none while there is a payment
	 */
	public List<CartLine> openLines() {
		return (this.payment == null) ? this.lines : List.of();
	}

	public boolean isFull() {
		return this.lines.size() >= MAX_LINES;
	}

	/**
	 * One of the lines.
	 * @param id the line
	 * @return the line, or nothing when there is none with that id
	 */
	public Optional<CartLine> line(String id) {
		return this.lines.stream().filter((line) -> line.id().equals(id)).findFirst();
	}

	/**
	 * Whether a bill is among the open lines.
	 * @param billId the bill
	 * @return {@code true} when it is, whole or in part
	 */
	public boolean has(long billId) {
		return openLines().stream().anyMatch((line) -> line instanceof BillLine bill && bill.billId() == billId);
	}

	/**
	 * This cart and one more line; a bill that is in it already only gets the new amount.
	 * @param line the line
	 * @return the new cart
	 */
	public Cart with(CartLine line) {
		if (this.payment != null || this.id.isEmpty()) {
			return new Cart(UUID.randomUUID().toString(), 1, List.of(line), null);
		}
		if (line instanceof BillLine added && has(added.billId())) {
			return changed((old) -> (old instanceof BillLine bill && bill.billId() == added.billId())
					? new BillLine(bill.id(), bill.number(), bill.billId(), bill.period(), added.amount()) : old);
		}
		return changed(Stream.concat(this.lines.stream(), Stream.of(line)));
	}

	/**
	 * This cart with one line changed.
	 * @param id the line
	 * @param change makes the new line of the old one
	 * @return the new cart
	 */
	public Cart with(String id, UnaryOperator<CartLine> change) {
		return changed((line) -> (line.id().equals(id)) ? change.apply(line) : line);
	}

	/**
	 * This cart without one line.
	 * @param id the line
	 * @return the new cart
	 */
	public Cart without(String id) {
		return changed(this.lines.stream().filter((line) -> !line.id().equals(id)));
	}

	private Cart changed(UnaryOperator<CartLine> change) {
		return changed(this.lines.stream().map(change));
	}

	private Cart changed(Stream<CartLine> lines) {
		return new Cart(this.id, this.version + 1, lines.toList(), null);
	}

}
