package billpay.serverview;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a student may do to a session, to see what becomes of it.
 */
enum Experiment {

	/** The browser loses the cookie, the server keeps the session. */
	FORGET_COOKIE,

	/** The server loses the session, the browser keeps the cookie. */
	FORGET_SESSION,

	/** One attribute goes. */
	DROP_ATTRIBUTE,

	/** The session's time is up now. */
	EXPIRE,

	/** The session gets another id. */
	CHANGE_ID,

	/** The last page is asked for once more, by somebody without a cookie. */
	REPLAY;

	/**
	 * What names it in forms and in the keys of messages.
	 * @return such as {@code forget-cookie}
	 */
	String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<Experiment> of(String key) {
		return Arrays.stream(values()).filter((experiment) -> experiment.key().equals(key)).findFirst();
	}

}
