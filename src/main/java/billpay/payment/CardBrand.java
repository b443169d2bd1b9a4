package billpay.payment;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The card brands, recognized by the first digits of the number (ISO/IEC 7812-1; the
 * ranges are published by the brands). Narrower ranges come first.
 */
public enum CardBrand {

	/** American Express. */
	AMEX("American Express", "3[47]\\d{13}", 4),

	/** Diners Club. */
	DINERS("Diners Club", "3(?:0[0-5]|[689]\\d)\\d{11}", 3),

	/** JCB. */
	JCB("JCB", "35(?:2[89]|[3-8]\\d)\\d{12}", 3),

	/** Visa. */
	VISA("Visa", "4\\d{12}(?:\\d{3}){0,2}", 3),

	/** Mastercard. */
	MASTERCARD("Mastercard", "(?:5[1-5]\\d{2}|222[1-9]|22[3-9]\\d|2[3-6]\\d{2}|27[01]\\d|2720)\\d{12}", 3),

	/** Discover. */
	DISCOVER("Discover", "6(?:011|4[4-9]\\d|5\\d{2})\\d{12}", 3),

	/** UnionPay. */
	UNIONPAY("UnionPay", "62\\d{14,17}", 3);

	private final String displayName;

	private final Pattern numbers;

	private final int cvcLength;

	CardBrand(String displayName, String numbers, int cvcLength) {
		this.displayName = displayName;
		this.numbers = Pattern.compile(numbers);
		this.cvcLength = cvcLength;
	}

	/**
	 * The brand of a card.
	 * @param number the card number, digits only
	 * @return the brand, or nothing when no brand has such numbers
	 */
	public static Optional<CardBrand> of(String number) {
		return Arrays.stream(values()).filter((brand) -> brand.numbers.matcher(number).matches()).findFirst();
	}

	/**
	 * The brand's name as people write it.
	 * @return the name
	 */
	public String displayName() {
		return this.displayName;
	}

	/**
	 * How many digits the code on a card of this brand has.
	 * @return three or four
	 */
	public int cvcLength() {
		return this.cvcLength;
	}

}
