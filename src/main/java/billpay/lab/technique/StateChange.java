package billpay.lab.technique;

import java.util.Locale;
import java.util.function.BiFunction;

import billpay.lab.order.LabOrder;
import billpay.lab.order.Subscriber;

/**
 * What a customer may do to the state that the browser carries, to find out whether the
 * server notices. None needs a secret of the server's.
 */
public enum StateChange {

	/** Writes jan's number in place of one's own. */
	NUMBER((technique, own) -> technique.tamper(own,
			(text) -> text.replaceFirst("\\d{10}(?=_bill_)", Subscriber.JAN.number()))),

	/** Writes a lower price of the bill. */
	AMOUNT((technique, own) -> technique.tamper(own, (text) -> text.replaceFirst("(?<=_bill_)[\\d.]+", "0.01"))),

	/** Cuts the state off in the middle. */
	CUT((technique, own) -> own.substring(0, own.length() / 2)),

	/**
	 * Changes the last character, as one who guesses an id. The bits of A and Q differ
	 * where also the last character of an unpadded Base64 text has bits of the value.
	 */
	GUESS((technique, own) -> own.substring(0, own.length() - 1) + ((own.endsWith("A")) ? "Q" : "A")),

	/** Takes somebody else's state, as it was made by the server. */
	STEAL((technique, own) -> technique.encode(LabOrder.of(Subscriber.PHIL, 1)));

	private final BiFunction<Technique, String, String> edit;

	StateChange(BiFunction<Technique, String, String> edit) {
		this.edit = edit;
	}

	/**
	 * Changes a state.
	 * @param technique whose state it is
	 * @param own the state that the browser carries
	 * @return the changed state, empty when there is none to be changed
	 */
	public String apply(Technique technique, String own) {
		return (own.isEmpty()) ? own : this.edit.apply(technique, own);
	}

	/**
	 * The end of the key of its message.
	 * @return lower case letters
	 */
	public String getKey() {
		return name().toLowerCase(Locale.ROOT);
	}

}
