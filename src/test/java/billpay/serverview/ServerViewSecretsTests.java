package billpay.serverview;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import billpay.serverview.conversation.ConversationRepository;
import billpay.support.CardFixture;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server view tells no secret, wherever somebody puts one: not its own browser's, not
 * another's, not on a page, not in what is kept and not in the log.
 */
@ExtendWith(OutputCaptureExtension.class)
class ServerViewSecretsTests extends OverHttp {

	private static final List<String> CARDS = List.of("4242424242424242", "4242 4242 4242 4242", "4242-4242-4242-4242",
			"4242.4242.4242.4242", "378282246310005", "3782 822463 10005");

	private static final Pattern HIDDEN_TOKEN = Pattern
		.compile("<input type=\"hidden\" name=\"_csrf\" value=\"[^\"]*\"\\s*/?>");

	private static final String CODE = "(?<![\\w#])739(?!\\w)";

	@Autowired
	private ConversationRepository conversations;

	private Customer customer;

	private HttpBrowser browser;

	/** Session ids and tokens of this browser, past and present, and of another one. */
	private final Set<String> secrets = new LinkedHashSet<>();

	@BeforeAll
	void collectSecrets() {
		this.customer = newCustomer();
		HttpBrowser other = this.customer.browser();
		other.get("/cart");
		collectFrom(other);
		this.browser = newBrowser();
		this.browser.get("/login");
		collectFrom(this.browser);
		this.browser.post("/login", "username", this.customer.name(), "password", this.customer.password());
		this.browser.get("/lookup");
		collectFrom(this.browser);
		this.browser.post("/lookup", "phoneNumber", this.customer.number());
		this.browser.follow();
		this.browser.post("/server-view/experiments", "experiment", "change-id", "next", "/bill");
		this.browser.follow();
		collectFrom(this.browser);
		assertThat(this.secrets).hasSizeGreaterThan(8);
	}

	private void collectFrom(HttpBrowser browser) {
		for (String cookie : List.of("BILLPAY_SESSION", "BILLPAY_SERVER_VIEW", "BILLPAY_BROWSER")) {
			if (browser.cookies().containsKey(cookie)) {
				this.secrets.add(browser.cookies().get(cookie));
			}
		}
		this.secrets.add(browser.token());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private List<String> secrets() {
		List<String> secrets = new ArrayList<>(this.secrets);
		secrets.addAll(CARDS);
		return secrets;
	}

	private HttpBrowser same() {
		return sameSession(this.browser);
	}

	private List<Page> everywhere(String secret) {
		List<Page> pages = new ArrayList<>();
		String encoded = encoded(secret).replace("+", "%20");
		for (HttpBrowser one : List.of(same(), newBrowser())) {
			for (String path : List.of("/", "/payments/", "/cart/items/", "/bill/x.", "/cart?x=", "/bill?lang=",
					"/login?next=%2F", "/login?next=%2Fcart%3Fx%3D", "/?lang=", "/payments?page=", "/cookies?name=",
					"/cart?x=1&")) {
				pages.add(one.get(path + encoded));
				if (pages.get(pages.size() - 1).status() == 303) {
					pages.add(one.follow());
				}
			}
			pages.add(one.get("/cart?" + encoded + "=" + encoded));
			pages.add(one.post("/" + encoded));
			pages.add(one.post("/cart/items/" + encoded + "/remove"));
			pages.add(one.post("/lookup?" + encoded + "=1", secret, secret, "x", secret));
			pages.add(one.post("/server-view/steal", "code", secret));
			pages.add(one.post("/server-view/experiments", "experiment", secret, "attribute", secret, "next", secret));
		}
		pages.addAll(withReferer("http://localhost/" + encoded));
		pages.addAll(withReferer("http://localhost/cart?x=" + encoded));
		pages.addAll(withReferer("http://" + encoded.replaceAll("[^A-Za-z0-9-]", "-") + ".example/"));
		pages.addAll(withReferer(encoded));
		pages.addAll(withCookie("theme", secret.replace(" ", "-")));
		pages.addAll(withCookie(secret.replaceAll("[^A-Za-z0-9_-]", "-"), "x"));
		pages.addAll(withCookie("BILLPAY_VISITOR", secret.replace(" ", "-") + "/2026-11-21T10:00:00Z"));
		pages.addAll(withCookie("BILLPAY_LANGUAGE", secret.replace(" ", "-")));
		return pages;
	}

	private List<Page> withReferer(String referer) {
		HttpBrowser one = same().with("Referer", referer);
		return List.of(one.get("/cart"), one.get("/nowhere"), one.post("/lookup", "phoneNumber", ""));
	}

	private List<Page> withCookie(String name, String value) {
		HttpBrowser one = same();
		one.cookies().put(name, value);
		HttpBrowser stranger = newBrowser();
		stranger.cookies().put(name, value);
		return List.of(one.get("/cart"), one.get("/nowhere"), stranger.get("/login"), stranger.get("/cookies"));
	}

	private String kept() {
		return this.conversations.find(this.browser.cookies().get("BILLPAY_SERVER_VIEW")).exchanges().toString();
	}

	private void tellsNone(String text, String where) {
		assertThat(text).as(where).doesNotContain(this.secrets);
		for (String card : CARDS) {
			assertThat(text).as(where).doesNotContain(card, encoded(card), encoded(card).replace("+", "%20"));
		}
	}

	@Test
	@Tag("S15")
	@Tag("P9")
	@Tag("L3")
	void noSecretIsToldWhereverItIsPut(CapturedOutput output) {
		int panes = 0;
		for (String secret : secrets()) {
			for (Page page : everywhere(secret)) {
				if (page.status() != 303) {
					tellsNone(HIDDEN_TOKEN.matcher(page.body()).replaceAll(""), page.find("<h1[^>]*>([^<]*)</h1>"));
					panes += (SeenPane.isOn(page)) ? 1 : 0;
				}
			}
			tellsNone(kept(), "recordings");
		}
		assertThat(panes).isGreaterThan(300);
		Page conversation = this.browser.get("/server-view");
		tellsNone(HIDDEN_TOKEN.matcher(conversation.body()).replaceAll(""), "conversation");
		tellsNone(output.getAll(), "log");
	}

	@Test
	@Tag("P9")
	@Tag("S15")
	void fieldValuesAreNeitherInThePaneNorRecorded() {
		for (String secret : secrets()) {
			for (Page page : List.of(same().post("/lookup", "phoneNumber", secret),
					newBrowser().post("/login", "username", secret, "password", secret),
					same().post("/checkout", "cardholder", secret, "cardNumber", secret, "cvc", secret))) {
				if (SeenPane.isOn(page)) {
					tellsNone(HIDDEN_TOKEN.matcher(SeenPane.markup(page)).replaceAll(""), "pane");
				}
			}
			tellsNone(kept(), "recordings");
		}
	}

	@Test
	@Tag("P9")
	@Tag("A4")
	void aWholePaymentAndASignInLeaveNothingOfCardCodeAndPassword(CapturedOutput output) {
		HttpBrowser one = newBrowser();
		StringBuilder told = new StringBuilder();
		one.get("/login");
		told.append(SeenPane.markup(one.post("/login", "username", this.customer.name(), "password", "Open-Sesame-1")));
		one.post("/login", "username", this.customer.name(), "password", this.customer.password());
		told.append(SeenPane.markup(one.follow()));
		one.post("/lookup", "phoneNumber", this.customer.number());
		one.follow();
		one.post("/cart/items", "addOn", "hotspot", "quantity", "1");
		one.get("/checkout?cvc=739&cardNumber=4000000000000002&password=Open-Sesame-2");
		for (String card : List.of("4000 0000 0000 0002", "4242 4242 4242 4242")) {
			Page page = one.post("/checkout?cvc=739&password=Open-Sesame-3", "cardholder", "Zerelda Quiggsworth",
					"cardNumber", card, "expiry", CardFixture.EXPIRY, "cvc", "739");
			told.append(SeenPane.markup((page.status() == 303) ? one.follow() : page));
		}
		one.cookies().put("theme", "Open-Sesame-4");
		told.append(SeenPane.markup(one.with("Referer", "http://localhost/checkout?cvc=739").get("/payments")));
		told.append(SeenPane.markup(one.get("/server-view")));
		told.append(this.conversations.find(one.cookies().get("BILLPAY_SERVER_VIEW")).exchanges());
		assertThat(told.toString()).contains("POST /checkout", "cardNumber", "cvc=…")
			.doesNotContain("Open-Sesame", "Zerelda", this.customer.password(), "4000 0000", "4242 4242",
					"4000000000000002", "4242424242424242")
			.doesNotContainPattern(CODE);
		assertThat(output.getAll()).doesNotContain("Open-Sesame", "Zerelda", this.customer.password())
			.doesNotContain("4000000000000002", "4242424242424242", "4242 4242");
	}

	@Test
	@Tag("L3")
	void aStrangerWhoIsSentToTheSignInPageLeavesNothingOfTheQuery() {
		HttpBrowser stranger = newBrowser();
		stranger.get("/login");
		stranger.get("/checkout?cvc=739&password=Open-Sesame-5");
		Page page = stranger.follow();
		assertThat(page.status()).isEqualTo(200);
		assertThat(SeenPane.markup(page)).doesNotContain("Open-Sesame").doesNotContainPattern(CODE);
	}

	@Test
	@Tag("S15")
	void theTokenOfTheFormsStandsInTheirHiddenFieldsAlone() {
		Page page = same().get("/cart");
		String token = page.token().orElseThrow();
		assertThat(HIDDEN_TOKEN.matcher(page.body()).results().count()).isGreaterThan(1);
		assertThat(HIDDEN_TOKEN.matcher(page.body()).replaceAll("")).doesNotContain(token);
		assertThat(SeenPane.on(page).attributes()).containsValue(null);
	}

	@Test
	@Tag("S15")
	void nothingOfItIsKeptInTheSession() {
		assertThat(sessionOf(this.browser).keySet()).noneMatch((name) -> name.contains("serverview"))
			.hasSizeLessThanOrEqualTo(4);
	}

}
