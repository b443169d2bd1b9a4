package billpay.lab.mistake.update;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import billpay.lab.technique.LabProperties;
import org.junit.jupiter.api.Test;

import org.springframework.session.UuidSessionIdGenerator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many sessions are kept as bytes, and for how long.
 */
class SerializedSessionRepositoryTests {

	@Test
	void onlySoManySessionsAreKept() {
		SerializedSessionRepository sessions = sessions(Duration.ofMinutes(10));
		List<String> ids = Stream.generate(() -> newSession(sessions)).limit(50).toList();
		assertThat(ids.stream().filter((id) -> sessions.findById(id) != null))
			.containsExactlyElementsOf(ids.subList(47, 50));
	}

	@Test
	void aSessionThatWasNotUsedIsForgotten() {
		SerializedSessionRepository sessions = sessions(Duration.ZERO);
		assertThat(sessions.findById(newSession(sessions))).isNull();
	}

	private static SerializedSessionRepository sessions(Duration keep) {
		return new SerializedSessionRepository(new LabProperties(null, keep, 3, true),
				UuidSessionIdGenerator.getInstance());
	}

	private static String newSession(SerializedSessionRepository sessions) {
		SerializedSession session = sessions.createSession();
		session.setAttribute("cart", "hotspot");
		sessions.save(session);
		return session.getId();
	}

}
