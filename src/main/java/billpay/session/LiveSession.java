package billpay.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.session.Session;
import org.springframework.session.SessionIdGenerator;

/**
 * One request's view of a session. It remembers what the request changed, so that saving
 * it writes those attributes and leaves the others to the requests that run beside it.
 * Time is the store's, not the caller's, so that one clock decides who has expired.
 */
public class LiveSession implements Session {

	private final Clock clock;

	private final SessionIdGenerator ids;

	private final Map<String, @Nullable Object> changes = new HashMap<>();

	private StoredSession stored;

	private String id;

	private Instant lastAccessedTime;

	private Duration maxInactiveInterval;

	private boolean isNew;

	private boolean isKept = true;

	LiveSession(StoredSession stored, boolean isNew, Clock clock, SessionIdGenerator ids) {
		this.stored = stored;
		this.id = stored.id();
		this.lastAccessedTime = stored.lastAccessedTime();
		this.maxInactiveInterval = stored.maxInactiveInterval();
		this.isNew = isNew;
		this.clock = clock;
		this.ids = ids;
	}

	/**
	 * What was read from the store, or last saved to it.
	 * @return the stored value; its id is the one the store knows
	 */
	StoredSession stored() {
		return this.stored;
	}

	/**
	 * The session as this request has it at the moment.
	 * @return what the store would hold if nobody else asked it
	 */
	public StoredSession now() {
		return this.stored.with(this);
	}

	/**
	 * Whether there is anything that the store has not been told. The time of the last
	 * request alone is nothing: it was told with the first word of this one.
	 * @return {@code true} when saving it would change more than that
	 */
	boolean isChanged() {
		return this.isNew || !this.changes.isEmpty() || !this.id.equals(this.stored.id())
				|| !this.maxInactiveInterval.equals(this.stored.maxInactiveInterval());
	}

	boolean isNew() {
		return this.isNew;
	}

	/**
	 * What this request has changed since.
	 * @return the new values by name, {@code null} for a removed one
	 */
	Map<String, @Nullable Object> changes() {
		return this.changes;
	}

	/**
	 * Starts over from what has just been saved: the same request may save again.
	 * @param saved the value that the store holds now
	 */
	void savedAs(StoredSession saved) {
		this.stored = saved;
		this.isNew = false;
		this.changes.clear();
	}

	/**
	 * Takes note that the store has refused to save this, as the session was ended.
	 */
	void notKept() {
		this.isKept = false;
	}

	/**
	 * Whether the store has kept all that was saved.
	 * @return {@code false} when the session was ended while this request ran
	 */
	public boolean isKept() {
		return this.isKept;
	}

	@Override
	public String getId() {
		return this.id;
	}

	@Override
	public String changeSessionId() {
		this.id = this.ids.generate();
		return this.id;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> @Nullable T getAttribute(String name) {
		return (T) (this.changes.containsKey(name) ? this.changes.get(name) : this.stored.attributes().get(name));
	}

	@Override
	public Set<String> getAttributeNames() {
		Set<String> names = new HashSet<>(this.stored.attributes().keySet());
		this.changes.forEach((name, value) -> {
			if (value == null) {
				names.remove(name);
			}
			else {
				names.add(name);
			}
		});
		return names;
	}

	@Override
	public void setAttribute(String name, @Nullable Object value) {
		this.changes.put(name, value);
	}

	@Override
	public void removeAttribute(String name) {
		this.changes.put(name, null);
	}

	@Override
	public Instant getCreationTime() {
		return this.stored.creationTime();
	}

	@Override
	public void setLastAccessedTime(Instant ignored) {
		this.lastAccessedTime = this.clock.instant();
	}

	@Override
	public Instant getLastAccessedTime() {
		return this.lastAccessedTime;
	}

	@Override
	public void setMaxInactiveInterval(Duration interval) {
		this.maxInactiveInterval = interval;
	}

	@Override
	public Duration getMaxInactiveInterval() {
		return this.maxInactiveInterval;
	}

	@Override
	public boolean isExpired() {
		return !this.clock.instant().isBefore(this.lastAccessedTime.plus(this.maxInactiveInterval));
	}

}
