package billpay.account;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import billpay.support.Browser;
import billpay.support.HttpBrowser;
import billpay.support.MutableClock;
import billpay.support.Page;
import billpay.support.Workbench;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The long-lived cookie greets, and does nothing else whatever somebody writes into it.
 */
@Workbench
class VisitorCookieTests {

	@LocalServerPort
	private int port;

	@Autowired
	private MutableClock clock;

	@Autowired
	private VisitorCookie visitorCookie;

	private Browser newBrowser() {
		return new HttpBrowser("http://localhost:" + this.port);
	}

	@Test
	void greetsByAccountNameAndLastAccessAfterSignOut() {
		Browser mark = newBrowser();
		assertThat(mark.get("/").text()).doesNotContain("Welcome back");
		mark.signIn("mark", "pay-my-bill");
		assertThat(mark.get("/").text()).doesNotContain("Welcome back");
		mark.post("/logout");
		String day = this.clock.instant()
			.atZone(this.clock.getZone())
			.format(DateTimeFormatter.ofPattern("EEEE, d MMM uuuu, HH:mm", Locale.ENGLISH));
		assertThat(mark.get("/").text()).contains("Welcome back, mark. Your last visit was on " + day);
		assertThat(mark.get("/?lang=zh-TW").text()).contains("mark").doesNotContain("Welcome back");
	}

	@Test
	void theLastAccessIsTheLastPageForThoseWhoNeverSignOut() {
		Browser mark = newBrowser().signIn("mark", "pay-my-bill");
		this.clock.advance(Duration.ofMinutes(3));
		mark.get("/lookup");
		mark.cookies().remove("BILLPAY_SESSION");
		String time = this.clock.instant()
			.atZone(this.clock.getZone())
			.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH));
		assertThat(mark.get("/").text()).contains("Welcome back, mark.").contains(time);
	}

	@Test
	void theLastAccessIsTheSignOutAndNotTheSignIn() {
		Browser mark = newBrowser().signIn("mark", "pay-my-bill");
		assertThat(mark.cookies().get("BILLPAY_VISITOR")).isEqualTo("mark/" + this.clock.instant());
		this.clock.advance(Duration.ofMinutes(20));
		assertThat(mark.post("/logout").setCookie("BILLPAY_VISITOR")).contains("mark/" + this.clock.instant() + ";",
				"Max-Age=31536000");
	}

	@Test
	void theNextWhoSignsInIsTheOneWhoIsGreeted() {
		Browser shared = newBrowser().signIn("mark", "pay-my-bill");
		shared.post("/logout");
		shared.signIn("phil", "pay-my-bill");
		shared.post("/logout");
		assertThat(shared.get("/").text()).contains("Welcome back, phil.").doesNotContain("mark");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "mark", "mark/", "/2026-11-21T10:00:00Z", "<script>alert(1)</script>",
			"<script>/2026-11-21T10:00:00Z", "mark/2026-13-45T99:99:99Z", "mark/2026-02-30T10:00:00Z", "mark/yesterday",
			"mark/2026-11-21", "mark/-999999999-01-01T00:00:00Z", "mark/+999999999-12-31T23:59:59Z",
			"mark/2026-11-21T10:00:00Z/mark/2026-11-21T10:00:00Z", "MARK/2026-11-21T10:00:00Z",
			"mark mark/2026-11-21T10:00:00Z", "abcdefghijklmnopqrstu/2026-11-21T10:00:00Z", "${7*7}/2026-11-21T10:00Z",
			"__${7*7}__/2026-11-21T10:00:00Z", "%00/2026-11-21T10:00:00Z", "mark/2026-11-21T10:00:00Z\u0000" })
	void malformedCookieIsNoVisitor(String value) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setCookies(new Cookie("BILLPAY_VISITOR", value));
		assertThat(this.visitorCookie.read(request)).isEmpty();
	}

	@Test
	void wellFormedCookieIsAVisitor() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setCookies(new Cookie("other", "x"), new Cookie("BILLPAY_VISITOR", "jan/2026-11-21T10:00:00Z"));
		assertThat(this.visitorCookie.read(request)).get()
			.satisfies((visitor) -> assertThat(visitor.name()).isEqualTo("jan"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "\"><img-src=x>/2026-11-21T10:00:00Z",
			"<b>/2026-11-21T10:00:00Z", "mark/2026-02-30T10:00:00Z", "mark/0000-01-01T00:00:00Z",
			"mark/9999-12-31T23:59:59Z", "admin", "admin/2026-11-21T10:00:00Z", "chuck/2026-11-21T10:00:00Z",
			"../../etc/passwd", "%3Cscript%3E/2026-11-21T10:00:00Z" })
	void aTamperedCookieDoesNoHarmAndSignsNobodyIn(String value) {
		assertThatItIsHarmless(value);
	}

	@Test
	void aHugeCookieDoesNoHarm() {
		assertThatItIsHarmless("m".repeat(7000) + "/2026-11-21T10:00:00Z");
	}

	private void assertThatItIsHarmless(String value) {
		Browser browser = newBrowser();
		for (Map.Entry<String, Integer> expected : List.of(Map.entry("/", 200), Map.entry("/login", 200),
				Map.entry("/cart", 303), Map.entry("/payments", 303), Map.entry("/nowhere", 404))) {
			browser.cookies().put("BILLPAY_VISITOR", value);
			Page page = browser.get(expected.getKey());
			assertThat(page.status()).as(expected.getKey()).isEqualTo(expected.getValue());
			assertThat(page.body()).doesNotContain("<script>", "<b>", "<img", "Sign out");
			assertThat(page.withoutServerView().body()).doesNotContain("<script");
		}
		browser.cookies().put("BILLPAY_VISITOR", value);
		browser.signIn("jan", "pay-my-bill");
		assertThat(browser.cookies().get("BILLPAY_VISITOR")).startsWith("jan/");
		assertThat(browser.get("/").body()).contains("class=\"user\">jan<");
	}

}
