package billpay.lab.order;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * The people whose bills are paid in the lab. Their numbers are from the range that is
 * reserved for fiction.
 */
public enum Subscriber {

	/** Whose walk the lab follows. */
	MARK("2125550101", "40.00"),

	/** To whose number others change their own. */
	JAN("2125550102", "75.00"),

	/** Whose state is stolen. */
	PHIL("2125550103", "25.00");

	private final String number;

	private final BigDecimal due;

	Subscriber(String number, String due) {
		this.number = number;
		this.due = new BigDecimal(due);
	}

	/**
	 * Finds who has a number.
	 * @param number digits, and anything between them
	 * @return the subscriber, empty when the lab does not know the number
	 */
	public static Optional<Subscriber> of(String number) {
		String digits = number.replaceAll("\\D", "");
		return Arrays.stream(values()).filter((subscriber) -> subscriber.number.equals(digits)).findFirst();
	}

	/**
	 * The phone number.
	 * @return ten digits
	 */
	public String number() {
		return this.number;
	}

	/**
	 * What the server says is due.
	 * @return the amount, two decimals
	 */
	public BigDecimal due() {
		return this.due;
	}

}
