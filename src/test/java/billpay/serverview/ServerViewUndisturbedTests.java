package billpay.serverview;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import billpay.serverview.conversation.ConversationRepository;
import billpay.support.HttpBrowser;
import billpay.support.MutableClock;
import billpay.support.Page;
import billpay.support.Workbench;
import billpay.support.WorkbenchTools.CountedSessions;
import billpay.support.WorkbenchTools.Tasks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server view disturbs nobody: not the page, not the session, not the store.
 */
@Workbench
@ExtendWith(OutputCaptureExtension.class)
class ServerViewUndisturbedTests {

	private static final String COOKIE = "BILLPAY_SERVER_VIEW";

	@LocalServerPort
	private int port;

	@Autowired
	private MutableClock clock;

	@Autowired
	private CountedSessions counted;

	@Autowired
	private SessionRepository<? extends Session> sessions;

	@Autowired
	private ConversationRepository conversations;

	@Autowired
	private Tasks tasks;

	private HttpBrowser newBrowser() {
		return new HttpBrowser("http://localhost:" + this.port);
	}

	private HttpBrowser mark() {
		HttpBrowser mark = newBrowser();
		mark.signIn("mark", "pay-my-bill");
		mark.post("/lookup", "phoneNumber", "(212) 555-0142");
		mark.follow();
		return mark;
	}

	private List<String> recordedOf(HttpBrowser browser) {
		return recordedOf(browser.cookies().get(COOKIE));
	}

	private List<String> recordedOf(String token) {
		return this.conversations.find(token)
			.exchanges()
			.stream()
			.map((exchange) -> exchange.request().what())
			.toList();
	}

	private Map<String, Object> everythingOf(HttpBrowser browser) {
		Session session = this.sessions.findById(browser.sessionId());
		Map<String, Object> everything = new TreeMap<>();
		session.getAttributeNames().forEach((name) -> everything.put(name, session.getAttribute(name)));
		everything.put("its last access", session.getLastAccessedTime());
		everything.put("its beginning", session.getCreationTime());
		everything.put("its interval", session.getMaxInactiveInterval());
		return everything;
	}

	private Page cartWith(Object attribute) {
		HttpBrowser mark = mark();
		this.tasks.put("broken", (session) -> session.setAttribute("broken", attribute));
		mark.get("/workbench/broken");
		Page page = mark.get("/cart");
		this.tasks.put("broken", (session) -> session.removeAttribute("broken"));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).contains("Your cart is empty.");
		assertThat(page.body())
			.contains("<aside class=\"server-view\" aria-label=\"How the server sees you\">", "</aside>")
			.endsWith("</html>\n")
			.doesNotContain("<section class=\"exchange\">");
		assertThat(page.find("<aside class=\"server-view\"[^>]*>(.*?)</aside>"))
			.isEqualTo("<p>The server view could not be generated this time. The page itself is complete.</p>");
		return page;
	}

	@Test
	void attributeWithAFailingToStringLeavesThePageWholeAndIsLogged(CapturedOutput output) {
		cartWith(new Broken(() -> {
			throw new IllegalStateException("no text");
		}));
		assertThat(output).contains("server-view-failed: request=GET /cart",
				"recording-failed: request=GET /workbench/broken");
	}

	@Test
	void attributeWithAnEndlessToStringLeavesThePageWhole(CapturedOutput output) {
		Object[] endless = new Object[1];
		endless[0] = new Broken(() -> endless[0].toString());
		cartWith(endless[0]);
		assertThat(output).contains("server-view-failed: request=GET /cart",
				"recording-failed: request=GET /workbench/broken");
	}

	@Test
	void attributeOfAMissingClassLeavesThePageWhole() {
		cartWith(new Broken(() -> {
			throw new NoClassDefFoundError("gone");
		}));
	}

	@Test
	void aValueWithoutATextIsNoFailure() {
		HttpBrowser mark = mark();
		this.tasks.put("silent", (session) -> session.setAttribute("silent", new Broken(() -> null)));
		mark.get("/workbench/silent");
		assertThat(SeenPane.on(mark.get("/cart")).attributes()).containsKey("silent");
	}

	@Test
	void anAddressOfAnyLengthAndKindIsShown() {
		for (String unit : List.of("4.", "4%20", "a.", "%20", "9", "%E4%B8%AD")) {
			Page page = newBrowser().get("/" + unit.repeat(7_000 / unit.length()));
			assertThat(page.status()).as(unit).isEqualTo(404);
			assertThat(SeenPane.isOn(page)).as(unit).isTrue();
		}
	}

	@Test
	@Tag("S8")
	void lookingAtTheConversationLeavesTheSessionAsItIs() {
		HttpBrowser mark = mark();
		for (String choice : List.of(mark.cookies().get(COOKIE), "off", "nonsense")) {
			mark.cookies().put(COOKIE, choice);
			Map<String, Object> before = everythingOf(mark);
			this.clock.advance(Duration.ofMinutes(3));
			Page page = mark.get("/server-view");
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.setCookie("BILLPAY_SESSION") + page.setCookie(COOKIE)).as(choice).isEmpty();
			assertThat(everythingOf(mark)).as(choice).isEqualTo(before);
		}
	}

	@Test
	@Tag("S8")
	void readOnlyPagesDoNotExtendTheSession() {
		HttpBrowser mark = mark();
		for (int i = 0; i < 6; i++) {
			this.clock.advance(Duration.ofMinutes(5));
			mark.get("/server-view");
		}
		assertThat(mark.get("/cart").location()).startsWith("/login");
	}

	@Test
	void thePageThatLooksTellsTheTimeThatIsReallyLeft() {
		HttpBrowser mark = mark();
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(SeenPane.on(mark.get("/server-view")).exchanges()).last()
			.extracting(SeenExchange::left)
			.isEqualTo(Duration.ofMinutes(20).toSeconds());
	}

	@Test
	void lookingIsNotRecorded() {
		HttpBrowser mark = mark();
		List<String> before = recordedOf(mark);
		mark.get("/server-view");
		mark.get("/server-view?lang=en");
		assertThat(recordedOf(mark)).isEqualTo(before).doesNotContain("GET /server-view");
	}

	@Test
	@Tag("S13")
	void aStrangerWhoLooksBeginsNoSession() {
		int created = this.counted.created();
		for (String cookie : List.of("", "BILLPAY_SESSION=made-up", COOKIE + "=" + "w".repeat(32), COOKIE + "=off")) {
			HttpBrowser stranger = newBrowser();
			if (!cookie.isEmpty()) {
				stranger.cookies().put(cookie.split("=")[0], cookie.split("=")[1]);
			}
			Page page = stranger.get("/server-view");
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.setCookies()).as(cookie).isEmpty();
		}
		assertThat(this.counted.created()).isEqualTo(created);
	}

	@Test
	@Tag("S13")
	void strangersWhoComeOnceBeginNoSession() {
		int created = this.counted.created();
		HttpBrowser stranger = newBrowser();
		for (int i = 0; i < 2_000; i++) {
			Page page = stranger.get("/");
			assertThat(page.setCookies()).hasSize(1).allMatch((cookie) -> cookie.startsWith(COOKIE + "="));
			stranger.cookies().clear();
		}
		assertThat(this.counted.created()).isEqualTo(created);
		assertThat(this.conversations.count()).isLessThanOrEqualTo(1_000);
	}

	@Test
	void staticFilesAndTheHealthCheckAreNotRecorded() {
		HttpBrowser mark = mark();
		String styles = mark.get("/cart").find("href=\"(/assets/app-[^\"]+)\"");
		List<String> before = recordedOf(mark);
		int calls = this.counted.calls();
		assertThat(mark.get(styles).status()).isEqualTo(200);
		assertThat(mark.get("/healthcheck").status()).isEqualTo(200);
		assertThat(this.counted.calls()).isEqualTo(calls);
		assertThat(recordedOf(mark)).isEqualTo(before);
	}

	@Test
	void theSessionHoldsTheSameWithItAndWithoutIt() {
		HttpBrowser with = mark();
		HttpBrowser without = newBrowser();
		without.cookies().put(COOKIE, "off");
		without.signIn("mark", "pay-my-bill");
		without.post("/lookup", "phoneNumber", "(212) 555-0142");
		without.follow();
		for (HttpBrowser mark : List.of(with, without)) {
			mark.post("/server-view/experiments", "experiment", "change-id", "next", "/bill");
			mark.follow();
			mark.get("/server-view");
		}
		assertThat(without.cookies()).containsEntry(COOKIE, "off");
		assertThat(SeenPane.isOn(with.get("/cart"))).isTrue();
		assertThat(everythingOf(with).keySet()).isEqualTo(everythingOf(without).keySet());
		assertThat(everythingOf(with).values()).noneMatch((value) -> value.getClass().getName().contains("serverview"));
	}

	@Test
	void theStoreIsAskedNoMoreOftenWithItThanWithoutIt() {
		HttpBrowser mark = mark();
		int calls = this.counted.calls();
		mark.get("/bill");
		int with = this.counted.calls() - calls;
		mark.cookies().put(COOKIE, "off");
		calls = this.counted.calls();
		mark.get("/bill");
		assertThat(with).isEqualTo(this.counted.calls() - calls);
	}

	@Test
	@Tag("S8")
	void whenTheSessionExpiresItsValuesGoAndItsRequestsStayForAnHour() {
		HttpBrowser mark = mark();
		this.clock.advance(Duration.ofMinutes(30));
		assertThat(toldOf(mark)).contains("+1 212-555-0142");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(toldOf(mark)).doesNotContain("212-555-0142").contains("phoneNumber");
		assertThat(recordedOf(mark)).contains("POST /lookup", "GET /bill");
		this.clock.advance(Duration.ofMinutes(30));
		assertThat(recordedOf(mark)).isEmpty();
	}

	private String toldOf(HttpBrowser browser) {
		return this.conversations.find(browser.cookies().get(COOKIE)).exchanges().toString();
	}

	@Test
	void requestsOfAnEndedSessionAreShownWithoutValues() {
		for (List<String> end : List.of(List.of("/logout"),
				List.of("/server-view/experiments", "experiment", "forget-session"),
				List.of("/server-view/experiments", "experiment", "expire"))) {
			HttpBrowser mark = mark();
			assertThat(toldOf(mark)).contains("+1 212-555-0142");
			mark.post(end.get(0), end.subList(1, end.size()).toArray(String[]::new));
			assertThat(recordedOf(mark)).startsWith("GET /login", "POST /login")
				.contains("POST /lookup", "GET /bill")
				.endsWith("POST " + end.get(0));
			assertThat(toldOf(mark)).doesNotContain("212-555-0142");
		}
	}

	@Test
	void soDoesASessionThatEndsWithoutARequest() {
		HttpBrowser mark = mark();
		this.sessions.deleteById(mark.sessionId());
		mark.get("/");
		assertThat(recordedOf(mark)).startsWith("GET /login").endsWith("GET /");
		assertThat(toldOf(mark)).doesNotContain("212-555-0142");
	}

	@Test
	void nextUserOfABrowserSeesNothingOfThePreviousOne() {
		for (String end : List.of("", "/logout", "forget-cookie", "forget-session")) {
			HttpBrowser browser = mark();
			if (end.startsWith("forget")) {
				browser.post("/server-view/experiments", "experiment", end, "next", "/");
				browser.follow();
			}
			else if (!end.isEmpty()) {
				browser.post(end);
				browser.follow();
			}
			else {
				browser.get("/cart");
			}
			this.clock.advance(Duration.ofSeconds(1));
			signInOver(browser, "phil");
			assertThat(recordedOf(browser)).as(end)
				.contains("POST /login", "GET /payments")
				.doesNotContain("POST /lookup", "GET /bill");
			assertThat(toldOf(browser)).as(end).doesNotContain("212-555-0142");
		}
	}

	/**
	 * Without signing out, as whoever comes to the same machine next may do. To one who
	 * is signed in the sign-in page is not shown.
	 */
	private static void signInOver(HttpBrowser browser, String name) {
		browser.get("/login");
		assertThat(browser.post("/login", "username", name, "password", "pay-my-bill").status()).isEqualTo(303);
		browser.follow();
		browser.get("/payments");
	}

	@Test
	@Tag("S15")
	void plantedTokenReadsNothingAfterALogin() {
		String planted = "planted-token-of-32-letters-ABCD";
		assertThat(planted).hasSize(32);
		HttpBrowser victim = newBrowser();
		victim.cookies().put(COOKIE, planted);
		victim.get("/login");
		assertThat(recordedOf(planted)).containsExactly("GET /login");
		victim.signIn("mark", "pay-my-bill");
		victim.post("/lookup", "phoneNumber", "(212) 555-0142");
		victim.follow();
		assertThat(victim.cookies().get(COOKIE)).isNotEqualTo(planted);
		assertThat(recordedOf(planted)).isEmpty();
		HttpBrowser other = newBrowser();
		other.cookies().put(COOKIE, planted);
		assertThat(other.get("/server-view").body()).doesNotContain("mark, FACTOR", "mark/", "212-555-0142",
				"POST /lookup");
	}

	@Test
	void ofTwoBrowsersNoneSeesTheOthers() {
		HttpBrowser mark = mark();
		HttpBrowser phil = newBrowser();
		phil.signIn("phil", "pay-my-bill");
		assertThat(recordedOf(phil)).doesNotContain("POST /lookup");
		assertThat(phil.get("/server-view").body()).doesNotContain("212-555-0142", "POST /lookup");
		assertThat(this.conversations.find(mark.cookies().get(COOKIE)).exchanges().toString()).doesNotContain("phil");
		assertThat(newBrowser().get("/server-view").body()).doesNotContain("POST /login", "mark, FACTOR", "mark/");
	}

	@Test
	@Tag("I2")
	void noMoreThanSoManyRequestsAreKept() {
		HttpBrowser mark = mark();
		for (int i = 0; i < 40; i++) {
			mark.get("/cart?page=" + i);
		}
		assertThat(recordedOf(mark)).hasSize(30).startsWith("GET /cart?page=10").endsWith("GET /cart?page=39");
	}

	/**
	 * A value of the session that is not as it should be.
	 */
	private record Broken(Supplier<String> text) implements Serializable {

		@Override
		public String toString() {
			return this.text.get();
		}

	}

}
