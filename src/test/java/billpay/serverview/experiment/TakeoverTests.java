package billpay.serverview.experiment;

import java.util.List;

import billpay.serverview.conversation.ConversationRepository;
import billpay.serverview.exchange.Exchange;
import billpay.session.SessionFingerprint;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A second browser takes the session of the first one over.
 */
@ExtendWith(OutputCaptureExtension.class)
class TakeoverTests extends OverHttp {

	private static final String STEAL = "/server-view/steal";

	private static final String COOKIE = "BILLPAY_SERVER_VIEW";

	@Autowired
	private ConversationRepository conversations;

	private HttpBrowser owner;

	private HttpBrowser thief;

	@BeforeEach
	void twoBrowsers() {
		this.owner = newBrowser();
		this.owner.signIn("phil", "pay-my-bill");
		this.thief = newBrowser();
		this.thief.get(STEAL);
	}

	private String newCode() {
		this.owner.post("/server-view/experiments", "experiment", "steal", "next", "/cart");
		return codeOn(this.owner.follow());
	}

	private static String codeOn(Page page) {
		return page.find("<p class=\"code\">(.{11})\n");
	}

	private void steal() {
		assertThat(this.thief.post(STEAL, "code", newCode()).location()).isEqualTo("/");
		this.thief.follow();
	}

	private List<Exchange> recorded() {
		return this.conversations.find(this.owner.cookies().get(COOKIE)).exchanges();
	}

	private List<String> recordedOf(boolean other) {
		return recorded().stream()
			.filter((exchange) -> exchange.request().otherBrowser() == other)
			.map((exchange) -> exchange.request().what())
			.toList();
	}

	private static String pane(Page page) {
		return page.find("(<aside class=\"server-view\".*?</aside>)");
	}

	@Test
	void theOwnerSeesACodeAndWhatToDoWithIt() {
		Page answer = this.owner.post("/server-view/experiments", "experiment", "steal", "next", "/cart");
		assertThat(answer.location()).isEqualTo("/cart#experiment");
		assertThat(answer.setCookies()).isEmpty();
		Page page = this.owner.follow();
		assertThat(pane(page)).contains("id=\"experiment\"", "HttpOnly", "SameSite", "TLS", "href=\"" + STEAL + "\"")
			.containsPattern(
					"valid for <b class=\"left\" data-seconds=\"1[12][0-9]\" data-over=\"The code is no longer");
		assertThat(codeOn(this.owner.get("/lookup"))).isEqualTo(codeOn(page));
		assertThat(pane(this.thief.get(STEAL))).doesNotContain("class=\"code\"");
	}

	@Test
	void redeemingTheCodeSetsTheSessionCookieWithTheSameFlags() {
		String flags = newBrowser().get("/login").setCookie("BILLPAY_SESSION").replaceFirst("=[^;]*", "");
		Page answer = this.thief.post(STEAL, "code", newCode());
		assertThat(answer.status()).isEqualTo(303);
		assertThat(this.thief.sessionId()).isEqualTo(this.owner.sessionId());
		assertThat(answer.setCookie("BILLPAY_SESSION").replaceFirst("=[^;]*", "")).isEqualTo(flags);
		Page page = this.thief.get("/cart");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains(">phil</a>");
		assertThat(pane(page)).contains("sends the session cookie of another browser");
		assertThat(pane(this.owner.get("/cart"))).doesNotContain("class=\"code\"",
				"sends the session cookie of another");
	}

	@Test
	void theRequestsOfTheThiefStandInTheOwnersConversationAndAreMarked() {
		steal();
		this.thief.get("/lookup");
		assertThat(recordedOf(true)).containsExactly("GET /", "GET /lookup");
		Page page = this.owner.get("/cart");
		assertThat(pane(page)).contains("<p class=\"other-browser\">Latest requests of the other browser",
				"\nGET / → 200\nGET /lookup → 200</p>");
		assertThat(pane(this.owner.get("/cart"))).doesNotContain("Latest requests of the other browser");
		assertThat(pane(this.thief.get("/cart"))).contains("Latest requests of the other browser",
				"\nGET /cart → 200\nGET /cart → 200");
		assertThat(recordedOf(false)).endsWith("GET /cart", "GET /cart").doesNotContain("GET /lookup", "GET /");
	}

	@Test
	void aRedirectOfTheOtherBrowserHasNotLedToThisPage() {
		steal();
		this.thief.post("/lookup", "phoneNumber", this.thief.get("/lookup").find("<option value=\"([^\"]+)\""));
		assertThat(pane(this.owner.get("/bill"))).doesNotContain("POST /lookup → 303, then");
		assertThat(pane(this.thief.follow())).contains("POST /lookup → 303, then GET /bill → 200");
	}

	@Test
	void signingOutInTheFirstSignsTheSecondOut() {
		steal();
		this.owner.post("/logout");
		Page page = this.thief.get("/cart");
		assertThat(page.location()).startsWith("/login");
		assertThat(pane(this.thief.follow()))
			.contains("has taken over the cookie of a session, but the session store has no");
		assertThat(recordedOf(true)).contains("GET /cart");
		this.thief.get("/login");
		assertThat(this.thief.cookies().get(COOKIE)).isNotEqualTo(this.owner.cookies().get(COOKIE));
		assertThat(pane(this.thief.get("/login"))).doesNotContain("class=\"other-browser\"");
	}

	@Test
	void requestsOfTheThiefAreInItsOwnConversationAfterTheSessionEnds() {
		this.owner.post("/lookup", "phoneNumber", this.owner.get("/lookup").find("<option value=\"([^\"]+)\""));
		this.owner.get("/payments");
		steal();
		this.thief.get("/bill");
		this.thief.post("/cart/items", "addOn", "hotspot", "quantity", "1");
		this.owner.post("/logout");
		this.thief.get("/cart");
		this.thief.get("/login");
		String list = this.thief.get("/server-view").main().text();
		assertThat(list)
			.contains("GET /server-view/steal", "POST /server-view/steal", "GET /bill", "GET /cart", "GET /login",
					"New in the session: cart is …", "Sent by the browser that")
			.doesNotContain("GET /payments", "POST /logout", "no longer kept", "Bill for");
	}

	@Test
	void theLessonsLeadToIt() {
		assertThat(this.thief.get("/lessons").main().body()).contains("<a href=\"" + STEAL + "\">");
	}

	@Test
	void aNewIdLocksTheThiefOutAndTheOwnerSeesTheAttempt() {
		steal();
		this.owner.post("/server-view/experiments", "experiment", "change-id", "next", "/cart");
		assertThat(this.thief.get("/cart").location()).startsWith("/login");
		assertThat(this.owner.get("/cart").status()).isEqualTo(200);
		assertThat(recordedOf(true)).endsWith("GET /cart");
	}

	@Test
	void afterASignInOfTheOwnerTheThiefSeesNothingMore() {
		steal();
		this.owner.get("/login");
		this.owner.post("/login", "username", "phil", "password", "pay-my-bill");
		this.owner.get("/cart");
		assertThat(this.thief.get("/server-view").body()).doesNotContain("GET /cart");
		assertThat(recordedOf(false)).contains("GET /cart");
	}

	@Test
	void neitherTheThiefsSignInNorItsSwitchTakesTheConversationAway() {
		steal();
		int before = recorded().size();
		this.thief.post("/server-view", "on", "false", "next", "/");
		assertThat(this.thief.cookies().get(COOKIE)).isEqualTo("off");
		assertThat(recorded()).hasSize(before);
		this.thief = newBrowser();
		this.thief.get(STEAL);
		steal();
		before = recorded().size();
		this.thief.get("/login");
		this.thief.post("/login", "username", "phil", "password", "pay-my-bill");
		assertThat(recorded()).hasSize(before + 1);
		assertThat(this.thief.cookies().get(COOKIE)).hasSize(32).isNotEqualTo(this.owner.cookies().get(COOKIE));
		assertThat(this.owner.get("/cart").location()).startsWith("/login");
	}

	@Test
	void aThiefWhoWasSignedInErasesNothingAndIsNotNamed() {
		this.thief.signIn("jan", "pay-my-bill");
		this.thief.get(STEAL);
		String own = SessionFingerprint.of(this.thief.sessionId());
		List<String> before = recordedOf(false);
		steal();
		this.owner.get("/cart");
		assertThat(recordedOf(false)).startsWith(before.toArray(String[]::new)).endsWith("GET /cart");
		assertThat(recorded().toString()).doesNotContain("user=jan", own);
	}

	@Test
	@Tag("S15")
	void theThiefDoesNotLearnTheOwnersTokenNorWhatWasBefore() {
		this.owner.get("/payments");
		steal();
		this.thief.get("/cart");
		assertThat(this.thief.cookies().get(COOKIE)).hasSize(32).isNotEqualTo(this.owner.cookies().get(COOKIE));
		assertThat(this.thief.get("/server-view").main().body()).contains("GET /cart").doesNotContain("GET /payments");
		this.thief.cookies().remove("BILLPAY_SESSION");
		assertThat(this.thief.get("/server-view").main().body()).doesNotContain("GET /payments");
		assertThat(this.owner.get("/server-view").main().body()).contains("GET /cart", "GET /payments");
	}

	@Test
	void theInstructorsSessionCannotBeHandedOver() {
		HttpBrowser chuck = newBrowser();
		chuck.signIn("chuck", "of-the-instructor");
		assertThat(pane(chuck.get("/cart"))).contains("value=\"change-id\"").doesNotContain("value=\"steal\"");
		assertThat(chuck.post("/server-view/experiments", "experiment", "steal", "next", "/").status()).isEqualTo(404);
	}

	@Test
	void theThiefCannotHandTheSessionOn() {
		steal();
		assertThat(pane(this.thief.get("/cart"))).doesNotContain("value=\"steal\"");
		assertThat(this.thief.post("/server-view/experiments", "experiment", "steal", "next", "/").status())
			.isEqualTo(404);
	}

	@Test
	void aCodeThatIsWrongOrUsedOrOfAnEndedSessionIsRefusedInPlace() {
		String used = newCode();
		HttpBrowser first = newBrowser();
		first.get(STEAL);
		first.post(STEAL, "code", used);
		String ofEnded = newCode();
		this.owner.post("/logout");
		for (String code : List.of(used, ofEnded, "22222-22222", "<b>", "x".repeat(3000))) {
			Page page = this.thief.post(STEAL, "code", code);
			assertThat(page.status()).as(code).isEqualTo(422);
			assertThat(page.setCookies()).as(code).isEmpty();
			assertThat(page.main().body()).as(code)
				.contains("This code is wrong", "<a href=\"#code\">", "aria-invalid=\"true\"", "id=\"code-error\"")
				.doesNotContain(code);
		}
		assertThat(this.thief.post(STEAL, "code", " ").main().body()).contains("Enter the code.");
	}

	@Test
	void theSameBrowserIsToldToUseAnother() {
		String code = newCode();
		Page page = this.owner.post(STEAL, "code", code);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.main().body()).contains("This code is for this very browser.");
		assertThat(this.thief.post(STEAL, "code", code).status()).as("it is not used up").isEqualTo(303);
	}

	@Test
	@Tag("C1")
	void takeoverRequiresTheCsrfToken() {
		String code = newCode();
		Page refused = this.thief.send("POST", STEAL, "code=" + code);
		assertThat(refused.location()).startsWith("/login");
		assertThat(refused.setCookie("BILLPAY_SESSION")).isEmpty();
		assertThat(this.thief.post(STEAL, "code", code).status()).isEqualTo(303);
	}

	@Test
	@Tag("S15")
	void neitherIdNorTokenNorCodeIsOnAPageOfTheOtherOrInALog(CapturedOutput output) {
		String code = newCode();
		this.thief.post(STEAL, "code", code);
		Page home = this.thief.follow();
		String[] secrets = { this.owner.sessionId(), this.owner.cookies().get(COOKIE), code, code.replace("-", "") };
		for (String language : List.of("en", "zh-TW")) {
			for (Page page : List.of(home, this.thief.get("/cart?lang=" + language),
					this.thief.get("/server-view?lang=" + language), this.owner.get("/cart?lang=" + language),
					this.owner.get("/server-view?lang=" + language))) {
				assertThat(page.body()).doesNotContain(secrets);
			}
		}
		assertThat(recorded().toString()).doesNotContain(secrets);
		assertThat(output.getAll()).doesNotContain(secrets)
			.contains("session-taken-over: session=" + SessionFingerprint.of(this.owner.sessionId()));
	}

}
