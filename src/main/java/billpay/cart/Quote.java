package billpay.cart;

import java.math.BigDecimal;
import java.util.List;

/**
 * The price of a cart at this moment, with every amount read from the database.
 *
 * @param lines the priced lines, in the cart's order
 */
public record Quote(List<PricedLine> lines) {

	static final BigDecimal ZERO = new BigDecimal("0.00");

	/**
	 * The sum of the lines.
	 * @return two decimals
	 */
	public BigDecimal total() {
		return this.lines.stream().map(PricedLine::amount).reduce(ZERO, BigDecimal::add);
	}

	/**
	 * Whether the cart can be paid as it is.
	 * @return {@code false} when it is empty or a line has a problem
	 */
	public boolean isPayable() {
		return !this.lines.isEmpty() && this.lines.stream().allMatch((line) -> line.problem() == null);
	}

}
