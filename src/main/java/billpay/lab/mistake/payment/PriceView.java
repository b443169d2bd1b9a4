package billpay.lab.mistake.payment;

import java.math.BigDecimal;

import billpay.web.format.MoneyFormatter;

/**
 * The prices of the page.
 *
 * @param field what is due, as the hidden field carries it
 * @param due what is due, as the page shows it
 * @param lowField the price of somebody who cheats, as the field carries it
 * @param low the same, as the page shows it
 */
public record PriceView(String field, String due, String lowField, String low) {

	private static final BigDecimal LOW = new BigDecimal("0.01");

	static PriceView of(BigDecimal due, MoneyFormatter money) {
		return new PriceView(due.toPlainString(), money.format(due), LOW.toPlainString(), money.format(LOW));
	}

}
