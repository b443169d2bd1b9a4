package billpay.lab.mistake.update;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import billpay.lab.technique.LabProperties;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.MapSession;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions as bytes, to show without a Redis what Spring Session's
 * {@code RedisSessionRepository} does with a changed object: every reader gets an object
 * of its own, and only attributes that were set are written. It keeps nothing else of a
 * session, and does not let one expire before it was unused for a while.
 */
@Component
class SerializedSessionRepository implements SessionRepository<SerializedSession> {

	private final SerializingConverter toBytes = new SerializingConverter();

	private final DeserializingConverter toObject = new DeserializingConverter();

	private final Map<String, Map<String, byte[]>> sessions;

	private final SessionIdGenerator ids;

	SerializedSessionRepository(LabProperties properties, SessionIdGenerator ids) {
		this.sessions = Caffeine.newBuilder()
			.maximumSize(properties.maxSessions())
			.expireAfterAccess(properties.keep())
			.<String, Map<String, byte[]>>build()
			.asMap();
		this.ids = ids;
	}

	@Override
	public SerializedSession createSession() {
		return new SerializedSession(new MapSession(this.ids));
	}

	@Override
	public void save(SerializedSession session) {
		Map<String, byte[]> stored = this.sessions.computeIfAbsent(session.getId(), (id) -> new ConcurrentHashMap<>());
		session.changes().forEach((name, value) -> {
			if (value != null) {
				stored.put(name, this.toBytes.convert(value));
			}
			else {
				stored.remove(name);
			}
		});
		session.changes().clear();
	}

	@Override
	public @Nullable SerializedSession findById(String id) {
		Map<String, byte[]> stored = this.sessions.get(id);
		if (stored == null) {
			return null;
		}
		MapSession session = new MapSession(id);
		stored.forEach((name, bytes) -> session.setAttribute(name, this.toObject.convert(bytes)));
		return new SerializedSession(session);
	}

	@Override
	public void deleteById(String id) {
		this.sessions.remove(id);
	}

}
