package billpay.serverview.recording;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;

/**
 * A session at one moment, and its user as it was then: logout takes the user out of the
 * very value that says who it is. It does not outlive the request.
 *
 * @param id the id in the cookie
 * @param fingerprint stands for the id where it is shown
 * @param creationTime when the session began; a change of id keeps it
 * @param lastAccessedTime when its last request came
 * @param expiresAt when it expires if nobody asks for it again
 * @param user who is signed in, {@code null} when nobody is
 * @param attributes the attributes by name
 */
record SessionSnapshot(String id, String fingerprint, Instant creationTime, Instant lastAccessedTime, Instant expiresAt,
		@Nullable Authentication user, Map<String, Object> attributes) {

	static SessionSnapshot of(Session session, String fingerprint, Instant expiresAt) {
		Map<String, Object> attributes = new HashMap<>();
		for (String name : session.getAttributeNames()) {
			Object value = session.getAttribute(name);
			if (value != null) {
				attributes.put(name, value);
			}
		}
		return new SessionSnapshot(session.getId(), fingerprint, session.getCreationTime(),
				session.getLastAccessedTime(), expiresAt, userIn(attributes), attributes);
	}

	private static @Nullable Authentication userIn(Map<String, Object> attributes) {
		Object context = attributes.get(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
		return (context instanceof SecurityContext security) ? security.getAuthentication() : null;
	}

	SeenSession seen(Instant expiry, List<SeenSession.Attribute> shown) {
		return new SeenSession(this.fingerprint, this.creationTime, expiry,
				(this.user != null) ? this.user.getName() : null,
				(this.user != null) ? ReadableValues.signedInAt(this.user) : null, shown);
	}

}
