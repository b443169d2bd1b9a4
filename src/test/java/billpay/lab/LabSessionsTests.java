package billpay.lab;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import billpay.lab.technique.LabProperties;
import billpay.lab.technique.session.LabSessionRepository;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.Test;

import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The sessions of the lab are bounded in number and time.
 */
class LabSessionsTests extends OverHttp {

	private static SessionRepository<MapSession> sessions(Duration keep, int max) {
		return new LabSessionRepository(new LabProperties(null, keep, max, false), () -> UUID.randomUUID().toString());
	}

	private static String save(SessionRepository<MapSession> sessions) {
		MapSession session = sessions.createSession();
		sessions.save(session);
		return session.getId();
	}

	@Test
	void keepsTheLatestWhenThereAreTooMany() {
		SessionRepository<MapSession> sessions = sessions(Duration.ofMinutes(10), 5);
		List<String> ids = Stream.generate(() -> save(sessions)).limit(200).toList();
		assertThat(ids.stream().filter((id) -> sessions.findById(id) != null))
			.containsExactlyElementsOf(ids.subList(195, 200));
	}

	@Test
	void keepsASessionThatIsUsed() {
		SessionRepository<MapSession> sessions = sessions(Duration.ofMinutes(10), 5);
		String used = save(sessions);
		for (int i = 0; i < 20; i++) {
			save(sessions);
			assertThat(sessions.findById(used)).isNotNull();
		}
	}

	@Test
	void keepsNothingLongerThanItsTime() {
		SessionRepository<MapSession> sessions = sessions(Duration.ofMillis(1), 5);
		String id = save(sessions);
		await().untilAsserted(() -> assertThat(sessions.findById(id)).isNull());
	}

	@Test
	void aBrowserThatTriesToChangeItsSessionGetsNoFurtherOne() {
		String cookie = newBrowser().send("POST", "/lab/server-session/number", "phoneNumber=2125550101")
			.setCookie("LAB_SESSION")
			.split(";")[0];
		Page changed = newBrowser().with("Cookie", cookie)
			.send("POST", "/lab/server-session/change", "attempt=NUMBER&text=");
		assertThat(changed.setCookie("LAB_SESSION")).startsWith(cookie + ";");
	}

	@Test
	void aBrowserThatSendsANumberAgainKeepsItsSession() {
		HttpBrowser browser = newBrowser();
		Page first = browser.send("POST", "/lab/server-session/number", "phoneNumber=2125550101");
		String cookie = first.setCookie("LAB_SESSION").split(";")[0];
		Page second = newBrowser().with("Cookie", cookie)
			.send("POST", "/lab/server-session/number", "phoneNumber=2125550102");
		assertThat(second.setCookie("LAB_SESSION")).startsWith(cookie + ";");
		assertThat(newBrowser().with("Cookie", cookie).send("POST", "/lab/server-session/card", "card=x").body())
			.contains("for <span>(212) 555-0102</span>.");
	}

}
