package billpay.serverview;

import java.util.Map;

import billpay.session.SessionFingerprint;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The six questions have the right answers, whoever asks for what.
 */
class SixQuestionsTests extends OverHttp {

	private static final String WHO = "Who is this user?";

	private static final String LOGGED_IN = "Are they logged in yet?";

	private static final String FROM = "What screen did they come from?";

	private static final String BUTTON = "What button did they push?";

	private static final String STORE = "Where do we store this data?";

	private static final String NEXT = "What screen do they want next?";

	private Customer customer;

	@BeforeAll
	void aCustomer() {
		this.customer = newCustomer();
	}

	private static Map<String, String> answers(Page page) {
		Map<String, String> answers = SeenPane.on(page).answers();
		assertThat(answers).containsOnlyKeys(WHO, LOGGED_IN, FROM, BUTTON, STORE, NEXT);
		return answers;
	}

	@Test
	void aStrangerWithoutACookieIsNobody() {
		Map<String, String> answers = answers(newBrowser().get("/"));
		assertThat(answers.get(WHO)).isEqualTo("an anonymous user no session cookie was sent");
		assertThat(answers.get(LOGGED_IN)).isEqualTo("no the sign-in is stored in a session, and there is none");
		assertThat(answers.get(FROM)).startsWith("not stated no Referer");
		assertThat(answers.get(BUTTON)).startsWith("none neither this request");
		assertThat(answers.get(STORE)).isEqualTo("Bills, prices and payments in the database.");
		assertThat(answers.get(NEXT)).startsWith("/ the address in the request line");
	}

	@Test
	void aCookieOfASessionThatIsNoMoreIsNoUserEither() {
		HttpBrowser browser = newBrowser();
		browser.cookies().put("BILLPAY_SESSION", "of-yesterday");
		Map<String, String> answers = answers(browser.get("/"));
		assertThat(answers.get(WHO))
			.isEqualTo("an anonymous user the session store has no session with the id in the cookie");
		assertThat(answers.get(LOGGED_IN)).startsWith("no the sign-in is stored in a session");
	}

	@Test
	void aSessionIsNotBeingSignedIn() {
		HttpBrowser browser = newBrowser();
		browser.get("/login");
		Map<String, String> answers = answers(browser.get("/login"));
		assertThat(answers.get(WHO)).isEqualTo("an anonymous user there is a session, but no user in it");
		assertThat(answers.get(LOGGED_IN)).isEqualTo("no having a session is not being signed in");
		assertThat(answers.get(STORE)).contains("CSRF_TOKEN in session " + SessionFingerprint.of(browser.sessionId()),
				"in this node's memory", "BILLPAY_SERVER_VIEW in this browser.");
	}

	@Test
	void theVisitorCookieIsAMereClaim() {
		HttpBrowser browser = newBrowser();
		browser.cookies().put("BILLPAY_VISITOR", "mark/2026-11-20T10:00:00Z");
		Map<String, String> answers = answers(browser.get("/"));
		assertThat(answers.get(WHO)).startsWith("an anonymous user").contains("anybody can write a cookie");
		assertThat(answers.get(LOGGED_IN)).startsWith("no");
	}

	@Test
	void userIsReadFromTheSecurityContextInTheSession() {
		Map<String, String> answers = answers(this.customer.browser().get("/payments"));
		assertThat(answers.get(WHO)).isEqualTo(this.customer.name() + " from SPRING_SECURITY_CONTEXT in the session");
		assertThat(answers.get(LOGGED_IN)).matches("yes since \\d\\d:\\d\\d stored in the session, not in the cookie");
		assertThat(answers.get(NEXT)).startsWith("/payments the address");
	}

	@Test
	void theScreenTheyComeFromIsWhatTheBrowserSays() {
		HttpBrowser browser = sameSession(this.customer.browser());
		browser.with("Referer", browser.get("/").status() + ":no address");
		assertThat(answers(browser.get("/lookup")).get(FROM)).startsWith("… from the Referer header");
		browser.with("Referer", "/payments?page=2");
		assertThat(answers(browser.get("/lookup")).get(FROM)).startsWith("/payments?page=2 from the Referer header");
	}

	@Test
	void aScreenOfAnotherSiteIsNotOneOfOurs() {
		HttpBrowser browser = newBrowser().with("Referer", "https://mark:secret@shop.example/login?x=y");
		assertThat(answers(browser.get("/")).get(FROM))
			.startsWith("https://shop.example/login?x=… from the Referer header");
	}

	@Test
	void aFormIsNamedByItsButtonAndTheScreenByWhereTheServerHasSentThem() {
		HttpBrowser browser = sameSession(this.customer.browser()).with("Referer", "/lookup");
		browser.post("/lookup", "phoneNumber", this.customer.number());
		Map<String, String> answers = answers(browser.follow());
		assertThat(answers.get(BUTTON)).isEqualTo("Show my bill POST /lookup a POST is sent by a form");
		assertThat(answers.get(FROM)).startsWith("/lookup from the Referer header");
		assertThat(answers.get(NEXT))
			.isEqualTo("/bill POST /lookup → Location: /bill the server redirected the browser here");
		assertThat(answers.get(STORE)).contains("phoneNumber");
		assertThat(answers(browser.get("/bill")).get(BUTTON)).startsWith("none");
	}

	@Test
	void aFormThatIsShownAgainIsNamedTooAndSoIsOneThatFails() {
		HttpBrowser browser = sameSession(this.customer.browser());
		assertThat(answers(browser.post("/lookup", "phoneNumber", "12")).get(BUTTON))
			.isEqualTo("Show my bill POST /lookup a POST is sent by a form");
		browser.useToken("invented");
		Page refused = browser.post("/lookup", "phoneNumber", "12");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(answers(refused).get(BUTTON)).isEqualTo("Show my bill POST /lookup a POST is sent by a form");
		browser.get("/cart");
		assertThat(answers(browser.post("/nowhere")).get(BUTTON)).startsWith("a form POST /nowhere");
	}

	@Test
	void paymentAnswersThatTheCardNumberIsNotStored() {
		HttpBrowser browser = this.customer.browser();
		browser.fillCart(this.customer.number());
		browser.get("/checkout");
		Map<String, String> answers = answers(browser.pay("4000 0000 0000 0002"));
		assertThat(answers.get(BUTTON)).startsWith("Pay POST /checkout");
		assertThat(answers.get(STORE)).contains("Only the brand and the last four digits of the card");
	}

}
