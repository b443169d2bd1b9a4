package billpay.lab.balance;

import java.math.BigDecimal;

/**
 * The two people of the example.
 */
enum Owner {

	/** Sits at browser A. */
	CHUCK("a", "1000.00"),

	/** Sits at browser B. */
	JAN("b", "500.00");

	private final String browser;

	private final BigDecimal deposit;

	Owner(String browser, String deposit) {
		this.browser = browser;
		this.deposit = new BigDecimal(deposit);
	}

	/**
	 * The browser of this person.
	 * @return {@code a} or {@code b}
	 */
	String browser() {
		return this.browser;
	}

	/**
	 * What a new session begins with.
	 * @return the amount
	 */
	BigDecimal deposit() {
		return this.deposit;
	}

}
