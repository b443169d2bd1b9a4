package billpay.serverview.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a student may do to a session, to see what becomes of it.
 */
public enum Experiment {

	/** The browser loses the cookie, the server keeps the session. */
	FORGET_COOKIE,

	/** The server loses the session, the browser keeps the cookie. */
	FORGET_SESSION,

	/** One attribute is removed. */
	DROP_ATTRIBUTE,

	/** The session expires now. */
	EXPIRE,

	/** The session gets another id. */
	CHANGE_ID,

	/** The last page is asked for once more, without a cookie. */
	REPLAY,

	/** Another browser is given the cookie. */
	STEAL;

	/**
	 * What names it in forms and in the keys of messages.
	 * @return such as {@code forget-cookie}
	 */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Finds an experiment.
	 * @param key what names it in forms
	 * @return the experiment, empty when there is none of that name
	 */
	public static Optional<Experiment> of(String key) {
		return Arrays.stream(values()).filter((experiment) -> experiment.key().equals(key)).findFirst();
	}

}
