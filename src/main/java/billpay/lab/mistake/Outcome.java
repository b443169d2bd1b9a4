package billpay.lab.mistake;

/**
 * What has come of one half, as a message.
 *
 * @param key the end of the message's key
 * @param first the first argument of the message, empty when it has none
 * @param second the second argument of the message, empty when it has none
 */
public record Outcome(String key, String first, String second) {

	static Outcome of(String key) {
		return new Outcome(key, "", "");
	}

}
