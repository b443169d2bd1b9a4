package billpay.session;

import java.time.Clock;
import java.time.Duration;

import org.springframework.session.SessionRepository;

/**
 * The store, for tests of other packages.
 */
public final class TestSessions {

	private TestSessions() {
	}

	/**
	 * A store of its own.
	 * @return the store, with the usual limits
	 */
	public static SessionRepository<LiveSession> inMemory() {
		return new InMemorySessions(new SessionProperties(Duration.ofMinutes(5), Duration.ofMinutes(30),
				Duration.ofHours(8), 100, 100, 10, Duration.ofSeconds(10)), Clock.systemUTC());
	}

}
