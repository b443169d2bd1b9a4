package billpay.lab.mistake.update;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import billpay.lab.mistake.MistakesOverHttp;
import billpay.support.HttpBrowser;
import billpay.support.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two tabs that save the same form.
 */
class LostUpdateTests extends MistakesOverHttp {

	@Test
	void theWrongHalfLosesWhatTheFirstTabHasSaved() {
		HttpBrowser browser = browser();
		assertThat(answer(send(browser, "lost-update/wrong/save", "hotspot", "true"), "wrong"))
			.isEqualTo("Saved: Hotspot.");
		assertThat(answer(send(browser, "lost-update/wrong/save", "roaming", "true"), "wrong"))
			.isEqualTo("Saved: Roaming.");
	}

	@Test
	void theRightHalfRefusesTheSecondTabAndShowsItWhatIsThere() {
		HttpBrowser browser = browser();
		String version = versionOn(browser.get("/lab/mistakes/lost-update"));
		send(browser, "lost-update/right/save", "version", version, "hotspot", "true");
		Page second = send(browser, "lost-update/right/save", "version", version, "roaming", "true");
		assertThat(second.status()).isEqualTo(409);
		assertThat(second.text()).contains("Not saved: another tab has saved");
		assertThat(answer(second, "right")).isEqualTo("Saved: Hotspot.");
		Page again = send(browser, "lost-update/right/save", "version", versionOn(second), "hotspot", "true", "roaming",
				"true");
		assertThat(answer(again, "right")).isEqualTo("Saved: Hotspot and Roaming.");
	}

	@Test
	void afterTheSessionHasExpiredTheSentenceIsStillTrue() {
		HttpBrowser browser = browser();
		send(browser, "lost-update/right/save", "version", "0", "hotspot", "true");
		browser.cookies().remove("LAB_MISTAKES");
		Page page = send(browser, "lost-update/right/save", "version", "1", "roaming", "true");
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.text()).contains("or the lab's session has expired.");
		assertThat(post(browser(), "lost-update/right/save", "hotspot", "true").status()).isEqualTo(409);
	}

	private static String versionOn(Page page) {
		return page.find("name=\"version\" value=\"(\\d+)\"");
	}

	@Test
	void ofManyFormsOfOneVersionOneIsSaved() throws Exception {
		HttpBrowser browser = browser();
		send(browser, "lost-update/right/save", "version", "0");
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Future<Integer>> tabs = new ArrayList<>();
			for (int i = 0; i < 24; i++) {
				tabs.add(threads
					.submit(() -> post(sameSession(browser), "lost-update/right/save", "version", "1").status()));
			}
			List<Integer> statuses = new ArrayList<>();
			for (Future<Integer> tab : tabs) {
				statuses.add(tab.get());
			}
			assertThat(statuses).containsOnlyOnce(303).containsOnly(303, 409);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void whatIsNoFormOfThisPageIsRefused() {
		refused(browser(), "lost-update/wrong/save", "hotspot", "perhaps");
		refused(browser(), "lost-update/right/save", "version", "x");
		refused(browser(), "lost-update/right/save", "version", "99999999999999999999");
		assertThat(post(browser(), "lost-update/right/save", "version", "7").status()).isEqualTo(409);
		assertThat(post(browser(), "lost-update/right/save", "version", "-1").status()).isEqualTo(409);
	}

}
