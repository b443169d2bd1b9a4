package billpay.session;

import java.time.Duration;
import java.time.Instant;

/**
 * Where sessions live, for whoever tells about it.
 *
 * @param key the end of the key of the message that names the place
 * @param absolute the longest that a session lives, however busy it is
 */
public record SessionStoreInfo(String key, Duration absolute) {

	/**
	 * When a session ends if nobody asks for it again.
	 * @param session the session at some moment
	 * @return the earlier of the idle and the absolute limit
	 */
	public Instant endOf(StoredSession session) {
		return session.expiresAt(this.absolute);
	}

}
