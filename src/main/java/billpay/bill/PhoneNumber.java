package billpay.bill;

import java.io.Serializable;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;

import org.springframework.util.Assert;

/**
 * A phone number in international form.
 *
 * @param e164 the number in international form: {@code +} and up to 15 digits (ITU-T
 * E.164)
 */
public record PhoneNumber(String e164) implements Serializable {

	/** The region whose numbers need no country code (ISO 3166). */
	private static final String REGION = "US";

	private static final Pattern E164 = Pattern.compile("\\+[0-9]{4,15}");

	private static final PhoneNumberUtil phoneNumberUtil = PhoneNumberUtil.getInstance();

	public PhoneNumber {
		Assert.isTrue(E164.matcher(e164).matches(), "Not an E.164 number");
	}

	/**
	 * Reads a number as people write it: with or without country code, with spaces,
	 * dashes, brackets.
	 * @param text what was typed
	 * @return the number
	 * @throws InvalidPhoneNumberException when it is no number or of an impossible length
	 */
	public static PhoneNumber parse(String text) {
		try {
			Phonenumber.PhoneNumber parsed = phoneNumberUtil.parse(text, REGION);
			ValidationResult length = phoneNumberUtil.isPossibleNumberWithReason(parsed);
			return switch (length) {
				case IS_POSSIBLE -> new PhoneNumber(phoneNumberUtil.format(parsed, PhoneNumberFormat.E164));
				case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> throw new InvalidPhoneNumberException("too-short");
				case TOO_LONG -> throw new InvalidPhoneNumberException("too-long");
				case INVALID_COUNTRY_CODE -> throw new InvalidPhoneNumberException("no-such-country");
				case INVALID_LENGTH -> throw new InvalidPhoneNumberException("wrong-length");
			};
		}
		catch (NumberParseException ex) {
			String reason = switch (ex.getErrorType()) {
				case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> "too-short";
				case TOO_LONG -> "too-long";
				case INVALID_COUNTRY_CODE -> "no-such-country";
				case NOT_A_NUMBER -> "not-a-number";
			};
			throw new InvalidPhoneNumberException(reason);
		}
	}

	/**
	 * The number for a person to read.
	 * @return in the international form, such as {@code +1 212-555-0142}
	 */
	@Override
	public String toString() {
		try {
			return phoneNumberUtil.format(phoneNumberUtil.parse(this.e164, null), PhoneNumberFormat.INTERNATIONAL);
		}
		catch (NumberParseException ex) {
			return this.e164;
		}
	}

	/**
	 * What was typed cannot be read as a number.
	 */
	public static final class InvalidPhoneNumberException extends RuntimeException {

		private final String reason;

		InvalidPhoneNumberException(String reason) {
			super(reason);
			this.reason = reason;
		}

		/**
		 * Why.
		 * @return {@code not-a-number}, {@code too-short}, {@code too-long},
		 * {@code wrong-length} or {@code no-such-country}
		 */
		public String reason() {
			return this.reason;
		}

	}

}
