package billpay.lab.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the server has to remember of the first request: whose bill is to be paid, and the
 * lines of the cart. Nothing in here comes from the shop.
 *
 * @param phoneNumber a number of the lab, ten digits
 * @param lines the lines of the cart, the bill first; 1 to {@link #MAX_LINES}
 */
public record LabOrder(String phoneNumber, List<Line> lines) {

	/** More lines than any technique can carry in a cookie or an address. */
	public static final int MAX_LINES = 1000;

	private static final BigDecimal ADD_ON_PRICE = new BigDecimal("10.00");

	private static final int MAX_LENGTH = 32 * MAX_LINES;

	private static final Pattern TEXT = Pattern
		.compile("\\d{10}(_[a-z0-9-]{1,16}_-?\\d{1,6}([.]\\d{1,2})?){1," + MAX_LINES + "}+");

	/**
	 * Creates an order.
	 * @param phoneNumber the number
	 * @param lines the lines
	 */
	public LabOrder {
		lines = List.copyOf(lines);
	}

	/**
	 * The order of a subscriber: the bill and as many add-ons as it takes.
	 * @param subscriber whose bill
	 * @param lines the number of lines, 1 to {@link #MAX_LINES}
	 * @return the order
	 */
	public static LabOrder of(Subscriber subscriber, int lines) {
		List<Line> all = new ArrayList<>();
		all.add(new Line("bill", subscriber.due()));
		IntStream.range(1, lines).forEach((number) -> all.add(new Line("add-on-" + number, ADD_ON_PRICE)));
		return new LabOrder(subscriber.number(), all);
	}

	/**
	 * Reads an order, from wherever it has been.
	 * @param text what {@link #toText()} has written, or anything else
	 * @return the order, empty when the text is none
	 */
	public static Optional<LabOrder> parse(String text) {
		if (text.length() > MAX_LENGTH || !TEXT.matcher(text).matches()) {
			return Optional.empty();
		}
		String[] parts = text.split("_");
		List<Line> lines = IntStream.range(0, parts.length / 2)
			.mapToObj((line) -> new Line(parts[2 * line + 1], new BigDecimal(parts[2 * line + 2])))
			.toList();
		return Optional.of(new LabOrder(parts[0], lines));
	}

	/**
	 * The order in characters that need no encoding in a cookie, an address or a form.
	 * @return the number and the lines, as {@code 2125550101_bill_40.00_add-on-1_10.00}
	 */
	public String toText() {
		return this.phoneNumber + this.lines.stream()
			.map((line) -> "_" + line.name() + "_" + line.amount())
			.collect(Collectors.joining());
	}

	/**
	 * What is to be paid.
	 * @return the sum of the lines, two decimals
	 */
	public BigDecimal total() {
		return this.lines.stream()
			.map(Line::amount)
			.reduce(BigDecimal.ZERO, BigDecimal::add)
			.setScale(2, RoundingMode.UNNECESSARY);
	}

	/**
	 * One line of the cart.
	 *
	 * @param name what is paid for
	 * @param amount its price, with two decimals at most; what a customer has written may
	 * be negative
	 */
	public record Line(String name, BigDecimal amount) {

	}

}
