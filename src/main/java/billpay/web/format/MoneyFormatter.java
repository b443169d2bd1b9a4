package billpay.web.format;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Formats amounts in the shop's currency. Amounts are {@link BigDecimal}s with two
 * decimals.
 */
@Component
public class MoneyFormatter {

	private final Currency currency;

	/** One for each language; making one takes longer than using it a hundred times. */
	private final Map<Locale, NumberFormat> formats = new ConcurrentHashMap<>();

	MoneyFormatter(@Value("${billpay.currency}") Currency currency) {
		this.currency = currency;
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
		NumberFormat format = this.formats.computeIfAbsent(LocaleContextHolder.getLocale(), this::formatIn);
		// A format is not for several threads at a time; a copy is.
		return ((NumberFormat) format.clone()).format(amount);
	}

	private NumberFormat formatIn(Locale locale) {
		NumberFormat format = NumberFormat.getCurrencyInstance(locale);
		format.setCurrency(this.currency);
		format.setMinimumFractionDigits(2);
		format.setMaximumFractionDigits(2);
		return format;
	}

}
