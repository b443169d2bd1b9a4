package billpay.web.format;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.number.CurrencyStyleFormatter;
import org.springframework.stereotype.Component;

/**
 * Formats amounts in the shop's currency. Amounts are {@link BigDecimal}s with two
 * decimals.
 */
@Component
public class MoneyFormatter {

	private final Currency currency;

	private final CurrencyStyleFormatter formatter = new CurrencyStyleFormatter();

	MoneyFormatter(@Value("${billpay.currency}") Currency currency) {
		this.currency = currency;
		this.formatter.setCurrency(currency);
	}

	/**
	 * The currency's code.
	 * @return three letters (ISO 4217)
	 */
	public String getCurrency() {
		return this.currency.getCurrencyCode();
	}

	/**
	 * An amount for a person to read, in the language of the page.
	 * @param amount the amount
	 * @return such as {@code $42.50}
	 */
	public String format(BigDecimal amount) {
		return format(amount, LocaleContextHolder.getLocale());
	}

	/**
	 * An amount for a person to read.
	 * @param amount the amount
	 * @param locale the person's language
	 * @return such as {@code $42.50}
	 */
	public String format(BigDecimal amount, Locale locale) {
		return this.formatter.print(amount, locale);
	}

}
