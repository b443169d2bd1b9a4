package billpay.serverview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import billpay.cart.Cart;
import billpay.serverview.WatchedBrowser.Happened;
import billpay.serverview.WatchedBrowser.Held;
import billpay.serverview.conversation.ConversationRepository;
import billpay.serverview.exchange.Exchange;
import billpay.session.SessionFingerprint;
import billpay.support.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.format.Printer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/**
 * The server view tells the truth: page by page, what it shows is compared with what
 * crossed the wire and with what the store holds.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "billpay.server-view.steal-session=true")
@Tag("session")
class ServerViewTruthTests {

	private static final Set<String> SECRET = Set.of("BILLPAY_SESSION", "BILLPAY_BROWSER", "BILLPAY_SERVER_VIEW");

	private static final Set<String> READABLE = Set.of("BILLPAY_VISITOR", "BILLPAY_LANGUAGE");

	private static final int LONGEST_VALUE = 160;

	@Autowired
	private Printer<Cart> cartPrinter;

	@LocalServerPort
	private int port;

	@Autowired
	private SessionRepository<? extends Session> store;

	@Autowired
	private ConversationRepository conversations;

	private WatchedBrowser newBrowser() {
		return new WatchedBrowser("http://localhost:" + this.port, this.store);
	}

	/**
	 * A browser in which a new customer has looked the own number up.
	 * @param name the account's name
	 */
	private WatchedBrowser customer(String name) {
		WatchedBrowser browser = newBrowser();
		String number = browser.signUp(name);
		browser.get("/lookup");
		browser.post("/lookup", "phoneNumber", number);
		browser.follow();
		return browser;
	}

	@Test
	void ofEveryRequestOfTheWalk() {
		WatchedBrowser browser = newBrowser();
		tellsTheTruth(browser, browser.get("/"), 200);
		tellsTheTruth(browser, browser.get("/login"), 200);
		tellsTheTruth(browser, browser.post("/login", "username", "mark", "password", "guessed"), 422);
		browser.post("/login", "username", "mark", "password", "pay-my-bill");
		tellsTheTruth(browser, browser.follow(), 200);
		tellsTheTruth(browser, browser.post("/lookup", "phoneNumber", "12"), 422);
		browser.get("/lookup");
		browser.post("/lookup", "phoneNumber", "(212) 555-0142");
		Page bill = browser.follow();
		tellsTheTruth(browser, bill, 200);
		browser.post("/cart/items", "billId", bill.find("name=\"billId\" value=\"(\\d+)\""));
		Page cart = browser.follow();
		tellsTheTruth(browser, cart, 200);
		String line = cart.find("action=\"(/cart/items/[0-9a-f]+)\"");
		browser.post(line, "amount", "1.50");
		tellsTheTruth(browser, browser.follow(), 200);
		browser.post(line + "/remove");
		tellsTheTruth(browser, browser.follow(), 200);
		browser.post("/cart/items", "addOn", "hotspot", "quantity", "2");
		tellsTheTruth(browser, browser.follow(), 200);
		tellsTheTruth(browser, browser.get("/checkout"), 200);
		tellsTheTruth(browser, browser.post("/checkout", "cardholder", "", "cardNumber", "1"), 422);
		tellsTheTruth(browser, browser.pay("4000 0000 0000 0002"), 422);
		browser.pay("4242 4242 4242 4242");
		tellsTheTruth(browser, browser.follow(), 200);
		tellsTheTruth(browser, browser.get("/payments"), 200);
		tellsTheTruth(browser, browser.get("/cookies?lang=en"), 200);
		for (String cookie : List.of("BILLPAY_LANGUAGE", "BILLPAY_VISITOR", "BILLPAY_BROWSER")) {
			browser.post("/cookies/forget", "name", cookie);
			tellsTheTruth(browser, browser.follow(), 200);
		}
		tellsTheTruth(browser, browser.get("/nowhere"), 404);
		tellsTheTruth(browser, browser.get("/instructor"), 403);
		browser.post("/logout");
		tellsTheTruth(browser, browser.follow(), 200);
		tellsTheTruth(browser, browser.get("/login"), 200);
		assertThat(browser.all()).hasSizeGreaterThan(30);
	}

	@Test
	void ofAFormThatIsRefusedOrLeadsNowhere() {
		WatchedBrowser browser = customer("refused");
		tellsTheTruth(browser, browser.post("/cart/items/0123456789abcdef/remove"), 404);
		tellsTheTruth(browser, browser.post("/nowhere"), 404);
		browser.useToken("invented");
		tellsTheTruth(browser, browser.post("/lookup", "phoneNumber", "1"), 403);
		tellsTheTruth(browser, browser.get("/logout"), 200);
		tellsTheTruth(browser, browser.get("/cart/items"), 405);
	}

	@Test
	void ofARedirectBackAStepOrToTheLoginPage() {
		WatchedBrowser browser = customer("hasty");
		browser.get("/checkout");
		tellsTheTruth(browser, browser.follow(), 200);
		WatchedBrowser anonymous = newBrowser();
		anonymous.get("/payments");
		tellsTheTruth(anonymous, anonymous.follow(), 200);
		anonymous.post("/lookup", "phoneNumber", "1");
		tellsTheTruth(anonymous, anonymous.follow(), 200);
	}

	@Test
	void ofCookiesThatNameNothingAndThatAreNotOurs() {
		WatchedBrowser browser = newBrowser();
		browser.cookies().put("BILLPAY_SESSION", "of-yesterday");
		browser.cookies().put("theme", "its-own-secret");
		browser.cookies().put("BILLPAY_VISITOR", "mark/2026-11-20T10:00:00Z");
		tellsTheTruth(browser, browser.get("/"), 200);
		tellsTheTruth(browser, browser.get("/login"), 200);
		tellsTheTruth(browser, browser.get("/"), 200);
		assertThat(SeenPane.markup(browser.get("/"))).doesNotContain("its-own-secret");
	}

	@Test
	void ofALoginOverAnotherUsersSession() {
		WatchedBrowser browser = customer("first");
		browser.get("/lookup");
		browser.post("/login", "username", "phil", "password", "pay-my-bill");
		tellsTheTruth(browser, browser.follow(), 200);
		assertThat(SeenPane.on(browser.get("/cart")).attributes()).doesNotContainKey("phoneNumber");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "forget-cookie", "forget-session", "drop-attribute", "expire", "change-id", "replay", "steal" })
	void ofEveryExperiment(String experiment) {
		WatchedBrowser browser = customer("t-" + experiment);
		Page answer = browser.post("/server-view/experiments", "experiment", experiment, "attribute", "phoneNumber",
				"next", "/bill");
		assertThat(answer.location())
			.isEqualTo(experiment.equals("replay") ? "/server-view#comparison" : "/bill#experiment");
		Page page = answer;
		while (page.status() == 303) {
			page = browser.follow();
		}
		tellsTheTruth(browser, page, 200);
		int requests = switch (experiment) {
			case "change-id", "replay", "steal" -> 2;
			default -> 3;
		};
		assertThat(SeenPane.on(page).exchanges()).hasSize(requests);
		assertThat(SeenPane.markup(page)).contains("<div class=\"explained\" id=\"experiment\"");
		tellsTheTruth(browser, browser.get("/"), 200);
	}

	@Test
	void ofAnAttributeThatIsNotThere() {
		WatchedBrowser browser = customer("drops-nothing");
		tellsTheTruth(browser, browser.post("/server-view/experiments", "experiment", "drop-attribute", "attribute",
				"nothing", "next", "/bill"), 404);
	}

	@Test
	void ofARequestThatFailsOnce() {
		WatchedBrowser browser = customer("fails");
		browser.get("/bill");
		for (String path : List.of("/nowhere", "/instructor", "/cart/items")) {
			int before = recorded(browser).size();
			assertThat(browser.get(path).status()).isGreaterThanOrEqualTo(400);
			await(path).untilAsserted(() -> assertThat(recorded(browser)).hasSize(before + 1));
		}
	}

	private List<Exchange> recorded(WatchedBrowser browser) {
		return this.conversations.find(browser.cookies().get("BILLPAY_SERVER_VIEW")).exchanges();
	}

	/**
	 * Holds the server's side of a page against what has happened.
	 */
	private void tellsTheTruth(WatchedBrowser browser, Page page, int status) {
		assertThat(page.status()).isEqualTo(status);
		SeenPane pane = SeenPane.on(page);
		List<Happened> happened = browser.lastAndWhatLedToIt();
		assertThat(pane.exchanges()).hasSameSizeAs(happened);
		for (int i = 0; i < happened.size(); i++) {
			Happened request = happened.get(i);
			assertThat(request.answer().status() == 303).isEqualTo(i < happened.size() - 1);
			SeenExchange seen = pane.exchanges().get(i);
			compare(seen, request);
			if (i < happened.size() - 1) {
				assertThat(seen.left()).as("The clock of a session runs once").isNull();
			}
			else {
				compareLeft(seen, request);
			}
			compareCalls(seen, request, i < happened.size() - 1);
		}
		compareAttributes(pane, happened);
		// A long page may arrive before its request has ended.
		await().untilAsserted(() -> compareRecordings(browser, happened));
	}

	private void compare(SeenExchange seen, Happened happened) {
		String what = happened.method() + " " + happened.path();
		assertThat(seen.request()).isEqualTo(what + " HTTP/1.1");
		assertThat(seen.fields()).as(what).isEqualTo(happened.fields());
		assertThat(seen.cookies()).as(what).isEqualTo(sent(happened));
		assertThat(seen.changes()).as(what).isEqualTo(changes(happened));
		Page answer = happened.answer();
		assertThat(seen.status()).as(what)
			.isEqualTo(answer.status() + " " + HttpStatus.valueOf(answer.status()).getReasonPhrase());
		assertThat(seen.location()).as(what)
			.isEqualTo((answer.location().isEmpty()) ? null : "Location: " + answer.location());
		assertThat(seen.setCookies()).as(what)
			.isEqualTo(answer.setCookies()
				.stream()
				.map((header) -> SeenExchange.order(header, shown(nameIn(header), valueIn(header))))
				.collect(Collectors.toSet()));
	}

	private static String nameIn(String setCookie) {
		return setCookie.substring(0, setCookie.indexOf('='));
	}

	private static String valueIn(String setCookie) {
		return setCookie.substring(setCookie.indexOf('=') + 1, setCookie.indexOf(';'));
	}

	private static String shown(String name, String value) {
		assertThat(SECRET.contains(name) || READABLE.contains(name)).as("a cookie of ours: " + name).isTrue();
		return (SECRET.contains(name) && !value.isEmpty()) ? SessionFingerprint.of(value) : value;
	}

	private static List<String> sent(Happened happened) {
		List<String> lines = new ArrayList<>();
		happened.sent().forEach((name, value) -> {
			if (name.equals("BILLPAY_SESSION")) {
				lines.add(name + "=" + SessionFingerprint.of(value) + " (temporary)");
			}
			else if (SECRET.contains(name) || READABLE.contains(name)) {
				lines.add(name + "=" + shown(name, value) + " (long-lived)");
			}
			else {
				lines.add(name + " (not set by BillPay)");
			}
		});
		return lines;
	}

	/**
	 * A page is written before its session is saved, so of the calls it tells those so
	 * far. What is asked again, or asked of a session that it has just ended, is true as
	 * well.
	 */
	private static void compareCalls(SeenExchange seen, Happened happened, boolean finished) {
		String what = happened.method() + " " + happened.path();
		List<String> calls = calls(happened);
		List<String> told = new ArrayList<>(new LinkedHashSet<>(seen.callsOtherThan("saved")));
		if (calls.stream().anyMatch((call) -> call.startsWith("ended"))) {
			String ended = SessionFingerprint.of(happened.before().id());
			told.removeAll(List.of("not-found " + ended, "refused " + ended));
		}
		if (finished) {
			assertThat(told).as(what).isEqualTo(calls);
		}
		else {
			assertThat(told).as(what)
				.hasSizeBetween((happened.sentId() != null) ? 1 : 0, calls.size())
				.isEqualTo(calls.subList(0, told.size()));
		}
	}

	private static List<String> calls(Happened happened) {
		List<String> calls = new ArrayList<>();
		Held before = happened.before();
		Held after = happened.after();
		if (happened.sentId() != null) {
			calls.add(((before != null) ? "found " : "not-found ") + SessionFingerprint.of(happened.sentId()));
		}
		boolean same = before != null && after != null && before.began().equals(after.began());
		if (before != null && !same && !isOver(happened)) {
			calls.add("ended " + SessionFingerprint.of(before.id()));
		}
		if (after != null && !same) {
			calls.add("created " + SessionFingerprint.of(after.id()));
		}
		if (same && !before.id().equals(after.id())) {
			calls.add("moved " + SessionFingerprint.of(before.id()) + " to " + SessionFingerprint.of(after.id()));
		}
		return calls;
	}

	/**
	 * Whether the session's time was set to nothing: nobody has ended it and nothing was
	 * taken out of it, but no later request finds it.
	 */
	private static boolean isOver(Happened happened) {
		return happened.expires() && happened.before() != null && happened.after() == null;
	}

	private static Map<String, String> changes(Happened happened) {
		if (isOver(happened)) {
			return Map.of();
		}
		Map<String, Object> before = (happened.before() != null) ? happened.before().attributes() : Map.of();
		Map<String, Object> after = (happened.after() != null) ? happened.after().attributes() : Map.of();
		Map<String, String> changes = new TreeMap<>();
		Set<String> names = new TreeSet<>(before.keySet());
		names.addAll(after.keySet());
		for (String name : names) {
			if (!before.containsKey(name)) {
				changes.put(shortName(name), "added");
			}
			else if (!after.containsKey(name)) {
				changes.put(shortName(name), "removed");
			}
			else if (!identity(before.get(name)).equals(identity(after.get(name)))) {
				changes.put(shortName(name), "changed");
			}
		}
		return changes;
	}

	/**
	 * A store that writes its values out gives back another token object each time.
	 */
	private static Object identity(Object value) {
		return (value instanceof CsrfToken token) ? token.getToken() : value;
	}

	private static void compareLeft(SeenExchange seen, Happened happened) {
		Held after = happened.after();
		if (after == null) {
			assertThat(seen.left()).isEqualTo((isOver(happened)) ? 0L : null);
			return;
		}
		assertThat(seen.left()).isNotNull()
			.isCloseTo(Duration.between(Instant.now(), after.ends()).toSeconds(), within(2L));
	}

	private void compareAttributes(SeenPane pane, List<Happened> happened) {
		Held held = happened.get(happened.size() - 1).after();
		assertThat(pane.session()).isEqualTo((held != null) ? SessionFingerprint.of(held.id()) : null);
		Map<String, Object> attributes = (held != null) ? held.attributes() : Map.of();
		Map<String, String> texts = new LinkedHashMap<>();
		attributes.forEach((name, value) -> texts.put(shortName(name), text(value)));
		assertThat(pane.attributes()).isEqualTo(texts);
		// Another session may have been ended on the way.
		List<Happened> withIt = happened.stream()
			.filter((request) -> held != null && request.after() != null
					&& held.began().equals(request.after().began()))
			.toList();
		texts.keySet().forEach((name) -> assertThat(pane.marks().get(name)).as(name).isEqualTo(marks(name, withIt)));
	}

	private static String shortName(String name) {
		return name.substring(name.lastIndexOf('.') + 1);
	}

	/**
	 * The value's own text, without words that are long enough to be a secret.
	 */
	private String text(Object value) {
		if (value instanceof CsrfToken) {
			return null;
		}
		String text = (value instanceof Cart cart) ? this.cartPrinter.print(cart, Locale.ENGLISH) : value.toString();
		if (value instanceof SecurityContext context) {
			Authentication user = context.getAuthentication();
			text = user.getName() + ", "
					+ user.getAuthorities()
						.stream()
						.map(GrantedAuthority::getAuthority)
						.sorted()
						.collect(Collectors.joining(", "));
		}
		text = text.replaceAll("[\\w-]{25,}", "…");
		return (text.length() <= LONGEST_VALUE) ? text : text.substring(0, LONGEST_VALUE) + "…";
	}

	private static List<String> marks(String name, List<Happened> happened) {
		List<String> marks = new ArrayList<>();
		for (Happened request : happened) {
			String change = changes(request).get(name);
			if (change != null) {
				marks.add("← " + (change.equals("added") ? "set" : change) + " by " + request.method() + " "
						+ request.path());
			}
		}
		return marks;
	}

	/**
	 * What is kept of the requests tells of all that has happened until their very end,
	 * which may be a moment after the browser has its answer.
	 */
	private void compareRecordings(WatchedBrowser browser, List<Happened> happened) {
		await().untilAsserted(() -> compareRecordingsNow(browser, happened));
	}

	private void compareRecordingsNow(WatchedBrowser browser, List<Happened> happened) {
		List<Exchange> recorded = this.conversations.find(browser.cookies().get("BILLPAY_SERVER_VIEW")).exchanges();
		List<Happened> expected = happened.stream()
			.filter((request) -> !request.path().equals("/server-view"))
			.filter((request) -> browser.cookies().containsKey("BILLPAY_SERVER_VIEW"))
			.toList();
		assertThat(recorded).hasSizeGreaterThanOrEqualTo(expected.size());
		for (int i = 0; i < expected.size(); i++) {
			SeenExchange seen = SeenExchange.in(recorded.get(recorded.size() - expected.size() + i));
			compare(seen, expected.get(i));
			compareCalls(seen, expected.get(i), true);
		}
	}

}
