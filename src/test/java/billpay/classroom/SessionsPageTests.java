package billpay.classroom;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import billpay.session.SessionFingerprint;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The instructor's look into the session store.
 */
@Tag("session")
class SessionsPageTests extends OverHttp {

	private static final String SESSIONS = "/instructor/sessions";

	@Autowired
	private SessionRepository<? extends Session> sessions;

	private HttpBrowser chuck;

	@BeforeAll
	void theInstructor() {
		this.chuck = newBrowser();
		this.chuck.signIn("chuck", "of-the-instructor");
	}

	private static String fingerprint(HttpBrowser browser) {
		return SessionFingerprint.of(browser.sessionId());
	}

	private static String row(Page page, HttpBrowser browser) {
		return List.of(page.main().body().split("<li>"))
			.stream()
			.filter((row) -> row.contains(fingerprint(browser)))
			.findFirst()
			.orElse("");
	}

	private Map<String, Object> stateOf(HttpBrowser browser) {
		Session session = this.sessions.findById(browser.sessionId());
		Map<String, Object> state = new TreeMap<>();
		session.getAttributeNames().forEach((name) -> {
			Object value = session.getAttribute(name);
			state.put(name, (value instanceof CsrfToken token) ? token.getToken() : String.valueOf(value));
		});
		state.put("lastAccessedTime", session.getLastAccessedTime());
		state.put("maxInactiveInterval", session.getMaxInactiveInterval());
		return state;
	}

	@Test
	void aSessionIsShownWithItsUserAndWhatItHolds() {
		Customer customer = newCustomer();
		customer.browser().fillCart(customer.number());

		String row = row(this.chuck.get(SESSIONS), customer.browser());

		assertThat(row)
			.contains("</code> " + customer.name() + "</strong>",
					"<code>phoneNumber</code> …" + customer.number().substring(customer.number().length() - 4),
					"<code>cart</code> 1 item")
			.containsPattern("Started 0:0\\d:\\d\\d ago, expires in 0:(29:5\\d|30:00)");
	}

	@Test
	void aSessionOfSomebodyWhoIsNotSignedInIsShownToo() {
		HttpBrowser visitor = newBrowser();
		visitor.get("/login");

		assertThat(row(this.chuck.get(SESSIONS), visitor)).contains("Not signed in", "hidden");
	}

	@Test
	void theNewestSessionComesFirstAndTheRestIsOnFurtherPages() {
		for (int i = 0; i < 21; i++) {
			newBrowser().get("/login");
		}
		HttpBrowser last = newBrowser();
		last.get("/login");

		Page first = this.chuck.get(SESSIONS);

		assertThat(first.main().body().split("<li>")).hasSize(1 + 20);
		assertThat(first.main().body().split("<li>")[1]).contains(fingerprint(last));
		assertThat(first.body()).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
		assertThat(this.chuck.get(SESSIONS + "?page=2").body()).contains("rel=\"prev\"")
			.doesNotContain(fingerprint(last));
	}

	@Test
	@Tag("S15")
	@Tag("L3")
	void nothingOnThePageLetsAnybodyUseASession() {
		Customer customer = newCustomer();
		customer.browser().fillCart(customer.number());
		String token = customer.browser().get("/cart").token().orElseThrow();

		String body = this.chuck.get(SESSIONS).body();

		assertThat(token).isNotBlank();
		assertThat(body).contains(fingerprint(customer.browser()))
			.doesNotContain(customer.browser().sessionId(), token, customer.number());
	}

	@Test
	void lookingNeitherProlongsNorChangesASession() {
		Customer customer = newCustomer();
		customer.browser().fillCart(customer.number());
		Map<String, Object> before = stateOf(customer.browser());

		Instant now = Instant.now();
		assertThat(row(this.chuck.get(SESSIONS), customer.browser())).isNotEmpty();

		assertThat(stateOf(customer.browser())).isEqualTo(before);
		assertThat((Instant) before.get("lastAccessedTime")).isBeforeOrEqualTo(now);
	}

	@Test
	void aSessionThatTheInstructorEndsIsGoneAtOnce() {
		Customer customer = newCustomer();
		String path = SESSIONS + "/" + fingerprint(customer.browser()).substring(1) + "/end";
		assertThat(this.chuck.get(SESSIONS).body()).contains(path);

		assertThat(this.chuck.post(path).location()).endsWith(SESSIONS);

		assertThat(this.chuck.get(SESSIONS).text()).contains("The session has been ended.");
		assertThat(customer.browser().get("/cart").location()).contains("/login");
		assertThat(this.chuck.post(path).status()).isEqualTo(404);
	}

	@Test
	void theInstructorsOwnSessionIsMarkedAndNotOfferedToBeEnded() {
		HttpBrowser instructor = newBrowser();
		instructor.signIn("chuck", "of-the-instructor");

		assertThat(row(instructor.get(SESSIONS), instructor)).contains("this browser").doesNotContain("/end\"");
		assertThat(instructor.post(SESSIONS + "/" + fingerprint(instructor).substring(1) + "/end").status())
			.isEqualTo(404);
		assertThat(instructor.get(SESSIONS).status()).isEqualTo(200);
	}

	@Test
	@Tag("A6")
	void aCustomerSeesNoneOfIt() {
		Customer customer = newCustomer();

		assertThat(customer.browser().get(SESSIONS).status()).isEqualTo(403);
		assertThat(customer.browser().post(SESSIONS + "/" + fingerprint(this.chuck).substring(1) + "/end").status())
			.isEqualTo(403);
		assertThat(this.chuck.get(SESSIONS).status()).isEqualTo(200);
	}

	@Test
	@Tag("I2")
	void aPageThatDoesNotExistIsNotFound() {
		for (String page : List.of("0", "-1", "51", "2147483648", "x")) {
			assertThat(this.chuck.get(SESSIONS + "?page=" + page).status()).as(page).isBetween(400, 404);
		}
	}

}
