package billpay.bill;

import org.jspecify.annotations.Nullable;

/**
 * The one field of the lookup.
 *
 * @param phoneNumber a number in any usual way of writing it
 */
record LookupForm(@Nullable String phoneNumber) {

	/** A longer text is cut to this length. */
	private static final int MAX_SHOWN_LENGTH = 40;

	LookupForm {
		phoneNumber = (phoneNumber != null) ? phoneNumber.strip() : "";
		phoneNumber = phoneNumber.substring(0, Math.min(phoneNumber.length(), MAX_SHOWN_LENGTH));
	}

	PhoneNumber parse() {
		return PhoneNumber.parse(this.phoneNumber);
	}

}
