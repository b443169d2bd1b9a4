package billpay.bill;

import org.jspecify.annotations.Nullable;

/**
 * The one field of the lookup.
 *
 * @param phoneNumber a number in any usual way of writing it
 */
record LookupForm(@Nullable String phoneNumber) {

	LookupForm {
		phoneNumber = (phoneNumber != null) ? phoneNumber.strip() : "";
	}

	PhoneNumber parse() {
		return PhoneNumber.parse(this.phoneNumber);
	}

}
