package billpay.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

/**
 * What the store holds of one session: a value that is replaced, never changed, so that a
 * request that reads it sees one moment of it.
 *
 * @param id the id in the cookie
 * @param creationTime when the session began; a change of id keeps it
 * @param lastAccessedTime when its last request came
 * @param maxInactiveInterval how long it outlives that request
 * @param attributes the attributes by name
 */
public record StoredSession(String id, Instant creationTime, Instant lastAccessedTime, Duration maxInactiveInterval,
		Map<String, Object> attributes) {

	/**
	 * Who is signed in, by what Spring Security keeps in the session. Signing out takes
	 * the user out of that very value.
	 * @return the user, {@code null} when nobody is signed in
	 */
	public @Nullable Authentication user() {
		return (this.attributes.get(SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext security)
				? security.getAuthentication() : null;
	}

	@Nullable String principal() {
		Authentication user = user();
		return (user != null) ? user.getName() : null;
	}

	/**
	 * When the session ends if nobody asks for it again.
	 * @param absolute the longest a session lives
	 * @return the earlier of the idle and the absolute limit
	 */
	public Instant expiresAt(Duration absolute) {
		Instant end = this.creationTime.plus(absolute);
		Instant idle = this.lastAccessedTime.plus(this.maxInactiveInterval);
		return (idle.isBefore(end)) ? idle : end;
	}

	/**
	 * This session after a request: the attributes that the request changed, over
	 * whatever others have written meanwhile.
	 * @param request the request's view of this session
	 * @return the new value
	 */
	StoredSession with(LiveSession request) {
		Instant lastAccess = request.getLastAccessedTime();
		return new StoredSession(request.getId(), this.creationTime,
				(lastAccess.isAfter(this.lastAccessedTime)) ? lastAccess : this.lastAccessedTime,
				request.getMaxInactiveInterval(), merge(request.changes()));
	}

	private Map<String, Object> merge(Map<String, @Nullable Object> changes) {
		if (changes.isEmpty()) {
			return this.attributes;
		}
		Map<String, Object> merged = new HashMap<>(this.attributes);
		changes.forEach((name, value) -> {
			if (value == null) {
				merged.remove(name);
			}
			else {
				merged.put(name, value);
			}
		});
		return Map.copyOf(merged);
	}

}
