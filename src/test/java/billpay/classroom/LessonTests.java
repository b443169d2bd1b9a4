package billpay.classroom;

import java.time.Instant;
import java.util.List;

import billpay.session.SessionFingerprint;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a lesson says of the session of whoever reads it, and that it leaves it alone. The
 * node of these tests has no name.
 */
class LessonTests extends OverHttp {

	private static final String LESSON = "/lessons/two-nodes";

	@Autowired
	private SessionRepository<? extends Session> sessions;

	private static String said(Page page, String ofWhat) {
		return page.find("<dt>" + ofWhat + "</dt><dd>([^<]*)</dd>");
	}

	@Test
	void everybodyFindsItFromTheStartPage() {
		HttpBrowser stranger = newBrowser();
		assertThat(stranger.get("/").body()).contains("href=\"/lessons\"", "href=\"" + LESSON + "\"");
		assertThat(stranger.get("/lessons").body()).contains("href=\"" + LESSON + "\"");
		assertThat(stranger.get(LESSON).status()).isEqualTo(200);
	}

	@Test
	void theOnlyNodeHasNoNameAndIsShownNowhere() {
		HttpBrowser customer = newCustomer().browser();
		for (String path : List.of("/", "/cart", "/nowhere", "/server-view", LESSON)) {
			Page page = customer.get(path);
			assertThat(page.body()).as(path)
				.contains("server-view-title")
				.doesNotContain("class=\"node\"", "Answered by");
		}
		assertThat(raw().get("/%ff").body()).doesNotContain("Answered by");
		assertThat(customer.get("/server-view").body()).contains(">BillPay<").doesNotContain(">BillPay, ");
		assertThat(said(customer.get(LESSON), "This page was answered by")).isEqualTo("the only node");
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh-TW" })
	void hasAWalkForEachWayToKeepSessions(String language) {
		Page page = newBrowser().with("Accept-Language", language).get(LESSON);
		for (String setup : List.of("memory", "sticky", "shared")) {
			String section = page.find("<section id=\"" + setup + "\">(.*?)</section>");
			assertThat(section).contains("<code>src/cluster/start " + setup + "</code>",
					"<svg role=\"img\" aria-labelledby=\"figure-" + setup + "\"",
					"<figcaption id=\"figure-" + setup + "\">");
			assertThat(section.split("class=\"see\"")).hasSizeGreaterThan(4);
		}
	}

	@Test
	@Tag("S13")
	void aStrangerGetsNoSessionAndNoCookie() {
		HttpBrowser stranger = newBrowser();
		for (String path : List.of("/lessons", LESSON, LESSON)) {
			assertThat(stranger.get(path).setCookies()).as(path).isEmpty();
		}
		Page page = stranger.get(LESSON);
		assertThat(said(page, "Session in your cookie")).isEqualTo("none");
		assertThat(said(page, "Does this node have it\\?")).isEqualTo("Not looked up");
		assertThat(page.text()).contains("This node stores sessions in its own memory.");
	}

	@Test
	@Tag("S4")
	void aSessionThatThisNodeDoesNotHaveIsNotFoundHoweverOftenAndKeepsItsCookie() {
		HttpBrowser browser = newBrowser();
		String elsewhere = "of-another-node-0123456789abcdef";
		browser.cookies().put("BILLPAY_SESSION", elsewhere);
		for (int i = 0; i < 3; i++) {
			Page page = browser.get(LESSON);
			assertThat(page.setCookies()).isEmpty();
			assertThat(said(page, "Session in your cookie")).isEqualTo(SessionFingerprint.of(elsewhere));
			assertThat(said(page, "Does this node have it\\?")).isEqualTo("No, not found");
			assertThat(page.body()).doesNotContain(elsewhere);
		}
		assertThat(this.sessions.findById(elsewhere)).isNull();
	}

	@ParameterizedTest
	@Tag("S8")
	@ValueSource(booleans = { true, false })
	void aSessionIsFoundAndNotProlonged(boolean watched) {
		HttpBrowser customer = newCustomer().browser();
		customer.get("/cart");
		if (!watched) {
			customer.post("/server-view", "on", "false");
		}
		Instant before = lastAccess(customer);
		awaitLaterThan(before);
		for (String path : List.of("/lessons", LESSON)) {
			Page page = customer.get(path);
			assertThat(page.setCookie("BILLPAY_SESSION")).isEmpty();
			assertThat(page.body()).contains("/logout");
		}
		Page page = customer.get(LESSON);
		assertThat(said(page, "Session in your cookie")).isEqualTo(SessionFingerprint.of(customer.sessionId()));
		assertThat(said(page, "Does this node have it\\?")).isEqualTo("Yes, found");
		assertThat(lastAccess(customer)).isEqualTo(before);
		customer.get("/cart");
		assertThat(lastAccess(customer)).isAfter(before);
	}

	private Instant lastAccess(HttpBrowser browser) {
		return this.sessions.findById(browser.sessionId()).getLastAccessedTime();
	}

	private static void awaitLaterThan(Instant time) {
		while (!Instant.now().isAfter(time.plusMillis(1))) {
			Thread.onSpinWait();
		}
	}

}
