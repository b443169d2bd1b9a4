package billpay.session.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.springframework.session.SessionIdGenerator;

/**
 * One request's copy of a session. It records what the request changes, so that saving it
 * writes those attributes only, and does not overwrite what concurrent requests have
 * changed.
 */
public final class InMemorySession implements Session {

	private final MapSession copy;

	private final Map<String, @Nullable Object> changes = new HashMap<>();

	private @Nullable Duration changedInterval;

	private final Clock clock;

	private final SessionIdGenerator idGenerator;

	private String storedId;

	private boolean isNew;

	InMemorySession(MapSession stored, boolean isNew, Clock clock, SessionIdGenerator idGenerator) {
		this.copy = new MapSession(stored);
		this.storedId = stored.getId();
		this.isNew = isNew;
		this.clock = clock;
		this.idGenerator = idGenerator;
	}

	boolean isNew() {
		return this.isNew;
	}

	/**
	 * The id under which the repository knows the session.
	 * @return the id before {@link #changeSessionId()}, until the session is saved
	 */
	String storedId() {
		return this.storedId;
	}

	/**
	 * Writes what this request has changed over what the repository holds by now.
	 * @param stored the session as the repository holds it, which is left as it is
	 * @return the session to be held from now on
	 */
	MapSession mergeInto(MapSession stored) {
		MapSession merged = new MapSession(stored);
		merged.setId(getId());
		if (getLastAccessedTime().isAfter(stored.getLastAccessedTime())) {
			merged.setLastAccessedTime(getLastAccessedTime());
		}
		if (this.changedInterval != null) {
			merged.setMaxInactiveInterval(this.changedInterval);
		}
		this.changes.forEach(merged::setAttribute);
		return merged;
	}

	/**
	 * Starts over after a save: the same request may save again.
	 */
	void saved() {
		this.storedId = getId();
		this.isNew = false;
		this.changes.clear();
		this.changedInterval = null;
	}

	@Override
	public String getId() {
		return this.copy.getId();
	}

	@Override
	public String changeSessionId() {
		this.copy.setId(this.idGenerator.generate());
		return getId();
	}

	@Override
	public <T> @Nullable T getAttribute(String name) {
		return this.copy.getAttribute(name);
	}

	@Override
	public Set<String> getAttributeNames() {
		return this.copy.getAttributeNames();
	}

	@Override
	public void setAttribute(String name, @Nullable Object value) {
		this.copy.setAttribute(name, value);
		this.changes.put(name, value);
	}

	@Override
	public void removeAttribute(String name) {
		setAttribute(name, null);
	}

	@Override
	public Instant getCreationTime() {
		return this.copy.getCreationTime();
	}

	/**
	 * Sets the time of the repository's clock and not the given one, which Spring Session
	 * reads from the system's clock: one clock decides which session has expired.
	 */
	@Override
	public void setLastAccessedTime(Instant ignored) {
		this.copy.setLastAccessedTime(this.clock.instant());
	}

	@Override
	public Instant getLastAccessedTime() {
		return this.copy.getLastAccessedTime();
	}

	@Override
	public void setMaxInactiveInterval(Duration interval) {
		this.copy.setMaxInactiveInterval(interval);
		this.changedInterval = interval;
	}

	@Override
	public Duration getMaxInactiveInterval() {
		return this.copy.getMaxInactiveInterval();
	}

	@Override
	public boolean isExpired() {
		return !this.clock.instant().isBefore(getLastAccessedTime().plus(getMaxInactiveInterval()));
	}

}
