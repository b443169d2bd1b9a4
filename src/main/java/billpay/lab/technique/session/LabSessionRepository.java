package billpay.lab.technique.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import billpay.lab.technique.LabProperties;

import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionIdGenerator;

/**
 * Sessions of the lab, in this node's memory. One that has expired is not found any
 * longer; it is removed when it is looked for, or when there are too many: then the one
 * goes that was unused longest, whosever it is. A browser that sends no cookie, or no id,
 * is a new one each time, so only the number of all bounds what it takes. The orders of
 * 200 sessions take 15 MB at most.
 */
public class LabSessionRepository extends MapSessionRepository {

	/**
	 * Creates a repository without sessions.
	 * @param properties how many there are at most, and how long they live
	 * @param ids makes their ids
	 */
	public LabSessionRepository(LabProperties properties, SessionIdGenerator ids) {
		super(Collections.synchronizedMap(new LeastRecentlyUsed(properties.maxSessions())));
		setDefaultMaxInactiveInterval(properties.keep());
		setSessionIdGenerator(ids);
	}

	/** A map in the order of access, which is bounded. */
	private static final class LeastRecentlyUsed extends LinkedHashMap<String, Session> {

		private final int maxSize;

		LeastRecentlyUsed(int maxSize) {
			super(16, 0.75f, true);
			this.maxSize = maxSize;
		}

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
			return size() > this.maxSize;
		}

	}

}
