package billpay.lab.mistake;

/**
 * The outcome of one half, as a message.
 *
 * @param key the end of the message's key
 * @param first the first argument of the message, empty when it has none
 * @param second the second argument of the message, empty when it has none
 */
public record Outcome(String key, String first, String second) {

	/**
	 * An outcome whose message has no arguments.
	 * @param key the end of the message's key
	 * @return the outcome
	 */
	public static Outcome of(String key) {
		return new Outcome(key, "", "");
	}

}
