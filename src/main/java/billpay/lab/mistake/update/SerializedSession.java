package billpay.lab.mistake.update;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.session.MapSession;
import org.springframework.session.Session;

/**
 * A session of {@link SerializedSessionRepository}. It notes which attributes were set,
 * as a session of {@code RedisSessionRepository} does: only those are written.
 */
final class SerializedSession implements Session {

	private final MapSession session;

	private final Map<String, @Nullable Object> changes = new HashMap<>();

	SerializedSession(MapSession session) {
		this.session = session;
	}

	Map<String, @Nullable Object> changes() {
		return this.changes;
	}

	@Override
	public String getId() {
		return this.session.getId();
	}

	@Override
	public String changeSessionId() {
		throw new UnsupportedOperationException("No page needs it");
	}

	@Override
	public <T> @Nullable T getAttribute(String name) {
		return this.session.getAttribute(name);
	}

	@Override
	public Set<String> getAttributeNames() {
		return this.session.getAttributeNames();
	}

	@Override
	public void setAttribute(String name, @Nullable Object value) {
		this.session.setAttribute(name, value);
		this.changes.put(name, value);
	}

	@Override
	public void removeAttribute(String name) {
		setAttribute(name, null);
	}

	@Override
	public Instant getCreationTime() {
		return this.session.getCreationTime();
	}

	@Override
	public void setLastAccessedTime(Instant time) {
		this.session.setLastAccessedTime(time);
	}

	@Override
	public Instant getLastAccessedTime() {
		return this.session.getLastAccessedTime();
	}

	@Override
	public void setMaxInactiveInterval(Duration interval) {
		this.session.setMaxInactiveInterval(interval);
	}

	@Override
	public Duration getMaxInactiveInterval() {
		return this.session.getMaxInactiveInterval();
	}

	@Override
	public boolean isExpired() {
		return this.session.isExpired();
	}

}
