package billpay.lab.technique;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.SessionRepository;

/**
 * What the techniques need of the server: a key to sign with, and sessions of their own.
 */
@Configuration(proxyBeanMethods = false)
public class TechniqueConfiguration {

	private static final int KEY_LENGTH = 32;

	// Without billpay.lab.key it is a new one at each start, and what was signed before
	// is
	// not accepted any longer.
	@Bean(defaultCandidate = false)
	SecretKey labKey(LabProperties properties) {
		byte[] secret = (properties.key() != null) ? properties.key().getBytes(StandardCharsets.UTF_8)
				: KeyGenerators.secureRandom(KEY_LENGTH).generateKey();
		return new SecretKeySpec(secret, "HmacSHA256");
	}

	/**
	 * Sessions of the lab, in this node's memory. One that has expired is not found any
	 * longer; it goes when it is looked for, or when there are too many.
	 * @param properties how many there are, and how long they live
	 * @param ids makes their ids
	 * @return the repository
	 */
	@Bean(defaultCandidate = false)
	public SessionRepository<MapSession> labSessions(LabProperties properties, SessionIdGenerator ids) {
		MapSessionRepository sessions = new MapSessionRepository(
				Collections.synchronizedMap(new BoundedMap(properties.maxSessions())));
		sessions.setDefaultMaxInactiveInterval(properties.keep());
		sessions.setSessionIdGenerator(ids);
		return sessions;
	}

	/**
	 * Lets the session go that was unused longest when there are too many.
	 */
	private static final class BoundedMap extends LinkedHashMap<String, Session> {

		private final int maxSize;

		BoundedMap(int maxSize) {
			super(16, 0.75f, true);
			this.maxSize = maxSize;
		}

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
			return size() > this.maxSize;
		}

	}

}
