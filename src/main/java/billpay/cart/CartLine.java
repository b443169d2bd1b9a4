package billpay.cart;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

import billpay.bill.PhoneNumber;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * One thing in the {@link Cart} that is to be paid.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
public sealed interface CartLine extends Serializable {

	/**
	 * What names the line in addresses.
	 * @return a random id, the line's alone
	 */
	String id();

	/**
	 * The number it is for.
	 * @return the number
	 */
	PhoneNumber number();

	/**
	 * A bill, or a part of one.
	 *
	 * @param id names the line
	 * @param number the number the bill is for
	 * @param billId the bill
	 * @param period the first day of the month that it is for
	 * @param amount the part to pay, {@code null} for all that is owed
	 */
	record BillLine(String id, PhoneNumber number, long billId, LocalDate period,
			@Nullable BigDecimal amount) implements CartLine {

		public BillLine {
			Objects.requireNonNull(id);
			Objects.requireNonNull(number);
			Objects.requireNonNull(period);
		}

	}

	/**
	 * An add-on for a number.
	 *
	 * @param id names the line
	 * @param number the number it is for
	 * @param addOn its code
	 * @param quantity how many, from 1
	 */
	record AddOnLine(String id, PhoneNumber number, String addOn, int quantity) implements CartLine {

		public AddOnLine {
			Objects.requireNonNull(id);
			Objects.requireNonNull(number);
			Objects.requireNonNull(addOn);
		}

	}

}
