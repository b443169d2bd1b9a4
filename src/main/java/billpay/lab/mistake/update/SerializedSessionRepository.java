package billpay.lab.mistake.update;

import billpay.lab.mistake.MistakeSessions;
import billpay.lab.technique.LabProperties;
import billpay.lab.technique.session.LabSessionRepository;
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
 * of its own, and only attributes that were set are written. What is stored are sessions
 * of the lab, whose attributes are bytes. {@link MistakeSessions} lets one request at a
 * time change a session.
 */
@Component
class SerializedSessionRepository implements SessionRepository<SerializedSession> {

	private final SerializingConverter toBytes = new SerializingConverter();

	private final DeserializingConverter toObject = new DeserializingConverter();

	private final LabSessionRepository stored;

	SerializedSessionRepository(LabProperties properties, SessionIdGenerator ids) {
		this.stored = new LabSessionRepository(properties, ids);
	}

	@Override
	public SerializedSession createSession() {
		return new SerializedSession(this.stored.createSession());
	}

	@Override
	public void save(SerializedSession session) {
		MapSession known = this.stored.findById(session.getId());
		MapSession bytes = (known != null) ? known : new MapSession(session.getId());
		session.changes()
			.forEach((name, value) -> bytes.setAttribute(name, (value != null) ? this.toBytes.convert(value) : null));
		session.changes().clear();
		bytes.setLastAccessedTime(session.getLastAccessedTime());
		bytes.setMaxInactiveInterval(session.getMaxInactiveInterval());
		this.stored.save(bytes);
	}

	@Override
	public @Nullable SerializedSession findById(String id) {
		MapSession bytes = this.stored.findById(id);
		if (bytes == null) {
			return null;
		}
		MapSession session = new MapSession(bytes);
		bytes.getAttributeNames()
			.forEach((name) -> session.setAttribute(name, this.toObject.convert(bytes.getRequiredAttribute(name))));
		return new SerializedSession(session);
	}

	@Override
	public void deleteById(String id) {
		this.stored.deleteById(id);
	}

}
