package billpay.classroom;

import java.time.YearMonth;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The hidden field of the form that issues bills. It says which month the instructor saw,
 * so that a form that comes twice asks for the same month twice and not for two months.
 *
 * @param month a year and a month such as {@code 2026-12}
 */
record MonthForm(@Nullable String month) {

	private static final Pattern YEAR_AND_MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

	/**
	 * The month.
	 * @return the month, or {@code null} when the field holds none
	 */
	@Nullable YearMonth read() {
		return (this.month != null && YEAR_AND_MONTH.matcher(this.month).matches()) ? YearMonth.parse(this.month)
				: null;
	}

}
