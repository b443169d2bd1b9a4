package billpay.session;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session as a hash in Redis: the fields of Spring Session's own hashes, and how often
 * it has been changed.
 */
final class SessionHash {

	private static final String CREATED = "creationTime";

	private static final String ACCESSED = "lastAccessedTime";

	private static final String INTERVAL = "maxInactiveInterval";

	private static final String VERSION = "version";

	private static final String ATTRIBUTE = "sessionAttr:";

	private static final String REMOVED = "-";

	private static final Logger log = LoggerFactory.getLogger(SessionHash.class);

	private final SessionJson json = new SessionJson();

	/**
	 * What a script answers of a hash.
	 * @param answer names and values by turns
	 * @return the values by name
	 */
	static Map<String, String> of(List<String> answer) {
		Map<String, String> map = new HashMap<>();
		for (int i = 0; i + 1 < answer.size(); i += 2) {
			map.put(answer.get(i), answer.get(i + 1));
		}
		return map;
	}

	/**
	 * Reads a session.
	 * @param id its id
	 * @param fields what Redis has of it
	 * @return the session, {@code null} when there is none or it cannot be read
	 */
	@Nullable Found read(String id, Map<String, String> fields) {
		if (fields.isEmpty()) {
			return null;
		}
		try {
			StoredSession session = new StoredSession(id, time(fields, CREATED), time(fields, ACCESSED),
					Duration.ofSeconds(number(fields, INTERVAL)), attributes(fields));
			// An end that cannot be told is no time either.
			session.expiresAt(Duration.ZERO);
			return new Found(session, number(fields, VERSION));
		}
		catch (NumberFormatException | ArithmeticException | DateTimeException ex) {
			log.warn("session-unreadable: session={} reason={}", SessionFingerprint.of(id), ex.getMessage());
			return null;
		}
	}

	private static Instant time(Map<String, String> fields, String name) {
		return Instant.ofEpochMilli(number(fields, name));
	}

	private static long number(Map<String, String> fields, String name) {
		return Long.parseLong(String.valueOf(fields.get(name)));
	}

	private Map<String, Object> attributes(Map<String, String> fields) {
		Map<String, Object> attributes = new HashMap<>();
		fields.forEach((field, value) -> {
			if (field.startsWith(ATTRIBUTE)) {
				String name = field.substring(ATTRIBUTE.length());
				Object read = this.json.read(name, value);
				if (read != null) {
					attributes.put(name, read);
				}
			}
		});
		return Map.copyOf(attributes);
	}

	/**
	 * What a request has done to a session.
	 * @param session the session as the request has it
	 * @param wanted the same, as it is to be
	 * @return fields and values by turns; a field that is to go follows a
	 * {@value #REMOVED}
	 */
	List<String> changes(LiveSession session, StoredSession wanted) {
		List<String> changes = new ArrayList<>();
		if (session.isNew()) {
			changes.addAll(List.of(CREATED, Long.toString(wanted.creationTime().toEpochMilli())));
		}
		if (session.isNew() || !wanted.maxInactiveInterval().equals(session.stored().maxInactiveInterval())) {
			changes.addAll(List.of(INTERVAL, Long.toString(wanted.maxInactiveInterval().toSeconds())));
		}
		session.changes().forEach((name, value) -> {
			if (value == null) {
				changes.addAll(List.of(REMOVED, ATTRIBUTE + name));
			}
			else {
				changes.addAll(List.of(ATTRIBUTE + name, this.json.write(value)));
			}
		});
		return changes;
	}

	/**
	 * What was found.
	 *
	 * @param session the session
	 * @param version how often it has been changed
	 */
	record Found(StoredSession session, long version) {
	}

}
