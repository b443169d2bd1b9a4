package billpay.classroom;

import billpay.session.SessionFingerprint;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What became of the session that a browser's cookie names, on the node that was asked.
 *
 * @param session the fingerprint of the id in the cookie, {@code null} when none came
 * @param found whether this node's store has it
 */
record SessionTrace(@Nullable String session, boolean found) {

	/**
	 * Follows the cookie. Asks for no session, so that none begins.
	 * @param request the request
	 * @return what was found
	 */
	static SessionTrace of(HttpServletRequest request) {
		String id = request.getRequestedSessionId();
		return new SessionTrace((id != null) ? SessionFingerprint.of(id) : null,
				id != null && request.isRequestedSessionIdValid());
	}

	/**
	 * The end of the keys of the messages about it.
	 * @return {@code none}, {@code found} or {@code not-found}
	 */
	public String key() {
		if (this.session == null) {
			return "none";
		}
		return (this.found) ? "found" : "not-found";
	}

}
