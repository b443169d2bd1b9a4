package billpay.serverview.experiment;

import org.jspecify.annotations.Nullable;

/**
 * The one field of the page on which another browser takes a session over.
 *
 * @param code the code as it was typed
 */
record TakeoverForm(@Nullable String code) {

	TakeoverForm {
		code = (code != null) ? code : "";
	}

	@Override
	public String toString() {
		return "TakeoverForm[]";
	}

}
