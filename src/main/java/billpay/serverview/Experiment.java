package billpay.serverview;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a student may do to a session, to see what becomes of it.
 */
enum Experiment {

	/** The browser loses the cookie, the server keeps the session. */
	FORGET_COOKIE("forget-cookie"),

	/** The server loses the session, the browser keeps the cookie. */
	FORGET_SESSION("forget-session"),

	/** One attribute goes. */
	DROP_ATTRIBUTE("drop-attribute"),

	/** The session's time is up now. */
	EXPIRE("expire"),

	/** The session gets another id. */
	CHANGE_ID("change-id"),

	/** The last page is asked for once more, by somebody without a cookie. */
	REPLAY("replay");

	private final String key;

	private final String button;

	Experiment(String key) {
		this.key = key;
		this.button = "<button class=\"outline\" name=\"experiment\" value=\"" + key + "\">{experiment." + key
				+ "}</button>\n";
	}

	/**
	 * What names it in forms and in the keys of messages.
	 * @return such as {@code forget-cookie}
	 */
	String key() {
		return this.key;
	}

	/**
	 * Its button, see {@link Texts.In#fill}.
	 * @return markup
	 */
	String button() {
		return this.button;
	}

	static Optional<Experiment> of(String key) {
		return Arrays.stream(values()).filter((experiment) -> experiment.key().equals(key)).findFirst();
	}

}
