package billpay.lab.mistake;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import billpay.lab.technique.LabProperties;
import org.junit.jupiter.api.Test;

import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.UuidSessionIdGenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How much the mistakes remember, and for how long.
 */
class MistakeSessionLimitTests {

	@Test
	void onlySoManySessionsAreKept() {
		for (SessionRepository<?> sessions : repositories(Duration.ofMinutes(10))) {
			List<String> ids = Stream.generate(() -> newSession(sessions)).limit(50).toList();
			await().untilAsserted(() -> assertThat(ids.stream().filter((id) -> sessions.findById(id) != null))
				.hasSizeLessThanOrEqualTo(3));
		}
	}

	@Test
	void aSessionThatWasNotUsedIsForgotten() {
		for (SessionRepository<?> sessions : repositories(Duration.ofNanos(1))) {
			String id = newSession(sessions);
			assertThat(sessions.findById(id)).isNull();
		}
	}

	private static List<SessionRepository<?>> repositories(Duration keep) {
		LabProperties properties = new LabProperties(null, keep, 3, true);
		return List.of(
				new MistakeConfiguration(properties).mistakeSessionRepository(UuidSessionIdGenerator.getInstance()),
				new SerializedSessionRepository(properties, UuidSessionIdGenerator.getInstance()));
	}

	private static <S extends Session> String newSession(SessionRepository<S> sessions) {
		S session = sessions.createSession();
		session.setAttribute("cart", "hotspot");
		sessions.save(session);
		return session.getId();
	}

}
