package billpay.lab.mistake.fixation;

import java.util.List;

import billpay.lab.mistake.MistakesOverHttp;
import billpay.support.HttpBrowser;
import billpay.support.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session id that an attacker knows before its victim logs in.
 */
class FixedSessionIdTests extends MistakesOverHttp {

	private static final String PAGE = "/lab/mistakes/fixed-session-id";

	@Test
	void theWrongHalfMakesTheAttackerMark() {
		HttpBrowser attacker = browser();
		HttpBrowser victim = followsTheLinkOf(attacker);
		assertThat(answer(send(victim, "fixed-session-id/wrong/login"), "wrong")).contains("as mark");
		assertThat(victim.cookies().get("LAB_MISTAKES")).isEqualTo(attacker.cookies().get("LAB_MISTAKES"));
		assertThat(answer(attacker.get(PAGE), "wrong")).contains("as mark");
	}

	@Test
	void theRightHalfLeavesTheAttackerANobody() {
		HttpBrowser attacker = browser();
		HttpBrowser victim = followsTheLinkOf(attacker);
		String old = attacker.cookies().get("LAB_MISTAKES");
		assertThat(answer(send(victim, "fixed-session-id/right/login"), "right")).contains("as mark");
		assertThat(victim.cookies().get("LAB_MISTAKES")).isNotEqualTo(old);
		assertThat(answer(attacker.get(PAGE), "right")).contains("Nobody");
		assertThat(attacker.cookies().get("LAB_MISTAKES")).isNotEqualTo(old);
	}

	@Test
	void bothHalvesCanBePlayedInARowWithAResetInBetween() {
		HttpBrowser attacker = browser();
		HttpBrowser victim = followsTheLinkOf(attacker);
		assertThat(send(victim, "fixed-session-id/wrong/login").body()).doesNotContain("link-with-id");
		Page seen = attacker.get(PAGE);
		assertThat(answer(seen, "wrong")).contains("as mark");
		assertThat(seen.body()).doesNotContain("link-with-id").contains("reset the lab in both browsers");
		reset(attacker);
		reset(victim);
		victim = followsTheLinkOf(attacker);
		Page loggedIn = send(victim, "fixed-session-id/right/login");
		assertThat(answer(loggedIn, "right")).contains("as mark");
		assertThat(answer(loggedIn, "wrong")).contains("Nobody");
		assertThat(loggedIn.body()).doesNotContain("link-with-id");
		assertThat(answer(attacker.get(PAGE), "right")).contains("Nobody");
	}

	private static void reset(HttpBrowser browser) {
		browser.post("/lab/state/reset");
	}

	private HttpBrowser followsTheLinkOf(HttpBrowser attacker) {
		String link = attacker.get(PAGE).find("href=\"http://localhost:\\d+([^\"]+sid=[^\"]+)\"");
		HttpBrowser victim = browser();
		victim.get(PAGE);
		assertThat(victim.get(link).location()).isEqualTo(PAGE);
		assertThat(answer(victim.follow(), "right")).contains("Nobody");
		return victim;
	}

	@Test
	void anUnknownIdIsNotFoundAndDoesNotBecomeASession() {
		for (String id : List.of("", "x", "00000000-0000-0000-0000-000000000000", "a".repeat(4000))) {
			HttpBrowser browser = browser();
			Page page = browser.get(PAGE + "?sid=" + id);
			assertThat(page.status()).isEqualTo(404);
			assertThat(page.text()).contains("There is no lab session with this id");
			assertThat(browser.cookies()).doesNotContainKey("LAB_MISTAKES");
		}
	}

	@Test
	void theIdOfAShopsSessionIsUnknown() {
		HttpBrowser browser = browser();
		assertThat(browser.get(PAGE + "?sid=" + browser.sessionId()).status()).isEqualTo(404);
	}

}
