package billpay.support;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import billpay.support.Shopper.Ending;

/**
 * The cards that the payment page offers to try, in its order, and how a text is searched
 * for traces of them.
 */
public enum CardFixture {

	/** Approved. */
	VISA("4242 4242 4242 4242", Ending.RECEIPT),

	/** Approved. */
	MASTERCARD("5555 5555 5555 4444", Ending.RECEIPT),

	/** Approved; its code has four digits. */
	AMEX("3782 822463 10005", Ending.RECEIPT),

	/** Declined. */
	DECLINED("4000 0000 0000 0002", Ending.DECLINED_AT_ONCE),

	/** Declined for lack of money. */
	INSUFFICIENT_FUNDS("4000 0000 0000 9995", Ending.DECLINED_AT_ONCE),

	/** Declined as expired. */
	EXPIRED_CARD("4000 0000 0000 0069", Ending.DECLINED_AT_ONCE),

	/** Declined for its code. */
	WRONG_CVC("4000 0000 0000 0127", Ending.DECLINED_AT_ONCE),

	/** The gateway fails; nothing is charged. */
	PROCESSING_ERROR("4000 0000 0000 0119", Ending.DECLINED_AT_ONCE),

	/** Approved late. */
	SLOW("4000 0000 0000 2024", Ending.RECEIPT),

	/** Approved, but the response is lost. */
	RESPONSE_LOST("4000 0000 0000 5043", Ending.RECEIPT),

	/** The request does not reach the gateway. */
	REQUEST_LOST("4000 0000 0000 5035", Ending.NOT_CHARGED);

	/** A month to come, as the payment form asks for it. */
	public static final String EXPIRY = YearMonth.now().plusYears(5).format(DateTimeFormatter.ofPattern("MM/yy"));

	/** A name that is nowhere else. */
	public static final String HOLDER = "Zerelda Quiggsworth";

	/**
	 * A code of three or four digits is found by chance in any large file: in a random
	 * word, in an amount, after the point of a time. A code that somebody has kept or
	 * written down stands alone, as in {@code cvc=937}, {@code "937"} or {@code >937<},
	 * and is followed by no decimals.
	 */
	private static final Pattern CODE = Pattern.compile("(?<![\\w#-]|\\d\\.)9371?(?![\\w-]|\\.\\d)");

	private static final Pattern GAP = Pattern.compile("(?<=\\d)(?: |\\+|-|%20|&nbsp;)(?=\\d)");

	private final String number;

	private final Ending ending;

	CardFixture(String number, Ending ending) {
		this.number = number;
		this.ending = ending;
	}

	/**
	 * The number as it stands on the card.
	 * @return the digits in groups of four
	 */
	public String number() {
		return this.number;
	}

	String cvc() {
		return (this == AMEX) ? "9371" : "937";
	}

	String lastFour() {
		return digits().substring(digits().length() - 4);
	}

	Ending ending() {
		return this.ending;
	}

	private String digits() {
		return this.number.replace(" ", "");
	}

	/**
	 * Searches for card numbers, whole ones, in groups or not. Less than a whole number
	 * would be found by chance: most of these begin with 4 and zeros, as many a position
	 * in the ledger's file does.
	 * @param text any text
	 * @return what was found
	 */
	public static List<CardFixture> numbersIn(String text) {
		String closedUp = GAP.matcher(text).replaceAll("");
		return Stream.of(values()).filter((card) -> closedUp.contains(card.digits())).toList();
	}

	/**
	 * Searches for the cards' codes.
	 * @param text text that people read, or that was made from values
	 * @return what was found, with some of the text around it
	 */
	public static List<String> codesIn(String text) {
		return CODE.matcher(text).results().map((code) -> around(code, text)).toList();
	}

	private static String around(MatchResult found, String text) {
		return text.substring(Math.max(0, found.start() - 40), Math.min(text.length(), found.end() + 40));
	}

}
