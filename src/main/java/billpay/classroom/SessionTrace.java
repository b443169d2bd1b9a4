package billpay.classroom;

import billpay.session.SessionFingerprint;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What this node knows about the session whose id is in the browser's cookie.
 *
 * @param session the fingerprint of the id in the cookie, {@code null} when there is no
 * cookie
 * @param key the end of the keys of the messages about it: {@code none}, {@code found},
 * {@code not-found} or, when the store does not respond, {@code unanswered}
 */
record SessionTrace(@Nullable String session, String key) {

	// Does not create a session.
	static SessionTrace of(HttpServletRequest request) {
		String id = request.getRequestedSessionId();
		return of(id, (request.isRequestedSessionIdValid()) ? "found" : "not-found");
	}

	static SessionTrace unanswered(@Nullable String id) {
		return of(id, "unanswered");
	}

	private static SessionTrace of(@Nullable String id, String key) {
		return (id != null) ? new SessionTrace(SessionFingerprint.of(id), key) : new SessionTrace(null, "none");
	}

}
