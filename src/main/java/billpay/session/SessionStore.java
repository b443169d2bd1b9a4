package billpay.session;

import java.time.Duration;
import java.time.Instant;

import org.springframework.session.Session;

/**
 * Where sessions live, for whoever tells about it.
 *
 * @param key the end of the key of the message that names the place
 * @param absolute the longest that a session lives, however busy it is
 */
public record SessionStore(String key, Duration absolute) {

	/**
	 * When a session ends if nobody asks for it again.
	 * @param session the session
	 * @return the earlier of the idle and the absolute limit
	 */
	public Instant endOf(Session session) {
		Instant end = session.getCreationTime().plus(this.absolute);
		Instant idle = session.getLastAccessedTime().plus(session.getMaxInactiveInterval());
		return (idle.isBefore(end)) ? idle : end;
	}

}
