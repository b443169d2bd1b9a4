package billpay.lab.technique;

import billpay.lab.order.LabOrder;

/**
 * What the server knows of the first request when the second one arrives.
 */
public sealed interface DecodedState {

	/**
	 * Reads an order as text.
	 * @param order what {@link LabOrder#toText()} has written, or anything else
	 * @return the order, refused when the text is none
	 */
	static DecodedState ofText(String order) {
		return LabOrder.parse(order).<DecodedState>map(Remembered::new).orElseGet(() -> new Refused("unreadable"));
	}

	/**
	 * The order of the first request, as far as the server can tell.
	 *
	 * @param order what it will charge
	 */
	record Remembered(LabOrder order) implements DecodedState {

	}

	/**
	 * The request carries nothing: for which number is this card?
	 */
	record Nothing() implements DecodedState {

	}

	/**
	 * The request carries something that the server does not accept.
	 *
	 * @param reason the end of the key of the message that says why
	 */
	record Refused(String reason) implements DecodedState {

	}

}
