package billpay.serverview.recording;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

import billpay.serverview.exchange.RecordedSession;
import billpay.session.SessionFingerprint;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;

/**
 * A session at one moment, and its user as it was then: logout takes the user out of the
 * very object that says who it is. It does not outlive the request.
 *
 * @param id the id in the cookie
 * @param creationTime when the session began; a change of id keeps it
 * @param lastAccessedTime when its last request came
 * @param expiresAt when it expires if nobody asks for it again
 * @param user who is signed in, {@code null} when nobody is
 * @param attributes the attributes by name
 */
record SessionSnapshot(String id, Instant creationTime, Instant lastAccessedTime, Instant expiresAt,
		@Nullable Authentication user, Map<String, Object> attributes) {

	static SessionSnapshot of(Session session, Instant expiresAt) {
		Map<String, Object> attributes = new HashMap<>();
		for (String name : session.getAttributeNames()) {
			Object value = session.getAttribute(name);
			if (value != null) {
				attributes.put(name, value);
			}
		}
		// Redis keeps milliseconds, and the time tells whether two snapshots are of one
		// session.
		Instant creationTime = session.getCreationTime().truncatedTo(ChronoUnit.MILLIS);
		return new SessionSnapshot(session.getId(), creationTime, session.getLastAccessedTime(), expiresAt,
				userIn(attributes), attributes);
	}

	// Stands for the id where it is shown.
	String fingerprint() {
		return SessionFingerprint.of(this.id);
	}

	private static @Nullable Authentication userIn(Map<String, Object> attributes) {
		Object context = attributes.get(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
		return (context instanceof SecurityContext security) ? security.getAuthentication() : null;
	}

	static Map<String, Object> attributesOf(@Nullable SessionSnapshot snapshot) {
		return (snapshot != null) ? snapshot.attributes() : Map.of();
	}

	static @Nullable RecordedSession toRecord(@Nullable SessionSnapshot snapshot) {
		if (snapshot == null) {
			return null;
		}
		Authentication user = snapshot.user();
		return new RecordedSession(snapshot.fingerprint(), snapshot.creationTime(), snapshot.expiresAt(),
				(user != null) ? user.getName() : null, (user != null) ? SessionValueFormatter.signedInAt(user) : null);
	}

}
