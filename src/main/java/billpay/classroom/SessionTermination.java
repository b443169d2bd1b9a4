package billpay.classroom;

import billpay.session.SessionDirectory;
import billpay.session.SessionFingerprint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Ends a session of anybody. The page that shows the sessions knows their fingerprints
 * alone.
 */
@Component
class SessionTermination {

	private static final Logger log = LoggerFactory.getLogger(SessionTermination.class);

	private final SessionDirectory directory;

	private final SessionRepository<? extends Session> sessions;

	SessionTermination(SessionDirectory directory, SessionRepository<? extends Session> sessions) {
		this.directory = directory;
		this.sessions = sessions;
	}

	// Returns false when no session has the fingerprint, or only the one of the user.
	boolean end(String fingerprint, String user, @Nullable String currentId) {
		return this.directory.findNewest(0, SessionsController.MAX_SHOWN)
			.stream()
			.map(Session::getId)
			.filter((id) -> SessionFingerprint.of(id).equals(fingerprint) && !id.equals(currentId))
			.findFirst()
			.map((id) -> {
				this.sessions.deleteById(id);
				log.info("session-ended: user={} ended={}", user, fingerprint);
				return true;
			})
			.orElse(false);
	}

}
