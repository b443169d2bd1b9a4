package billpay.classroom;

import java.time.YearMonth;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hidden field of the form that issues bills. It says which month the instructor saw,
 * so that a form that is sent twice issues that month once, and not two months.
 *
 * @param month a year and a month such as {@code 2026-12}
 */
record IssueBillsForm(@NotNull(message = "{instructor.next.unreadable}") @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])",
		message = "{instructor.next.unreadable}") @Nullable String month) {

	YearMonth read() {
		return YearMonth.parse(this.month);
	}

}
