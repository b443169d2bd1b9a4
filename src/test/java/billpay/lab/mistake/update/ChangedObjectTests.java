package billpay.lab.mistake.update;

import billpay.lab.mistake.MistakesOverHttp;
import billpay.support.HttpBrowser;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An object in the session that is changed and not set.
 */
class ChangedObjectTests extends MistakesOverHttp {

	@Autowired
	@Qualifier("mistakeSessionRepository")
	private SessionRepository<? extends Session> sessions;

	@Test
	void theWrongHalfKeepsTheChangeInMemoryAndLosesItAsBytes() {
		HttpBrowser browser = browser();
		assertThat(answer(send(browser, "changed-object/wrong/add"), "wrong"))
			.isEqualTo("Lines in the cart: 1 in memory, 0 as bytes.");
		assertThat(answer(send(browser, "changed-object/wrong/add"), "wrong"))
			.isEqualTo("Lines in the cart: 2 in memory, 0 as bytes.");
	}

	@Test
	void theRightHalfKeepsTheChangeInBoth() {
		HttpBrowser browser = browser();
		send(browser, "changed-object/right/add");
		assertThat(answer(send(browser, "changed-object/right/add"), "right"))
			.isEqualTo("Lines in the cart: 2 in memory, 2 as bytes.");
	}

	@Test
	void theCartsTakeNoPlaceOfTheBrowsersSessions() {
		HttpBrowser browser = browser();
		send(browser, "changed-object/right/add");
		Session session = this.sessions.findById(browser.cookies().get("LAB_MISTAKES"));
		assertThat(session).isNotNull();
		String cart = session.getRequiredAttribute("changed-object.right.objects");
		assertThat(this.sessions.findById(cart)).isNull();
	}

	@Test
	void aCartDoesNotGrowForEver() {
		HttpBrowser browser = browser();
		for (int i = 0; i < 12; i++) {
			send(browser, "changed-object/right/add");
		}
		assertThat(answer(browser.get("/lab/mistakes/changed-object"), "right")).contains("9 in memory, 9 as bytes");
	}

}
