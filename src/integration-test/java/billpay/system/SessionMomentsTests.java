package billpay.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The moments of a session that a class waits for, as real browsers show them: it
 * expires, its cookie is blocked, it is stolen, and its owner signs out.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "billpay.session.anonymous-idle=12s")
class SessionMomentsTests {

	private static final Map<String, Object> NO_COOKIES = Map.of("profile.default_content_setting_values.cookies", 2);

	private static final String OVER = "The session is over. Your next click will be that of a visitor without a session.";

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	@BeforeEach
	void thereIsABrowser() {
		Chromium.assumeInstalled();
	}

	private Visitor newVisitor(String profile, Map<String, Object> preferences) {
		return new Visitor("http://localhost:" + this.port, this.folder.resolve(profile), preferences);
	}

	private static void signIn(Visitor visitor, String name) {
		visitor.open("/login").arriveAt("login.title");
		visitor.type("login.username", name).type("login.password", "pay-my-bill").submit();
		visitor.arriveAt("lookup.title");
	}

	private static String pane(Visitor visitor) {
		return visitor.driver().findElement(By.cssSelector(".server-view .notes")).getText();
	}

	private static void tryIt(Visitor visitor, String experiment) {
		visitor.driver().findElement(By.cssSelector("[name=experiment][value=" + experiment + "]")).click();
		visitor.see("#experiment");
	}

	@Test
	void aSessionThatExpiresIsAnnouncedAndMissedAndTheNextClickIsAStrangers() {
		try (Visitor visitor = newVisitor("expiry", Map.of())) {
			visitor.open("/login").arriveAt("login.title").open("/login").arriveAt("login.title");
			WebElement notice = visitor.driver().findElement(By.cssSelector("main [role=status].expiry"));
			assertThat(notice.getText()).contains("expires in less than a minute");
			assertThat(pane(visitor)).contains("found", "expires in 0:").doesNotContain(OVER);
			await().atMost(Duration.ofSeconds(30)).until(() -> notice.getText().equals(OVER));
			assertThat(pane(visitor)).contains(OVER).doesNotContain("expires in 0:");
			visitor.click("layout.sign-in");
			await().atMost(Duration.ofSeconds(30))
				.until(() -> pane(visitor).contains("not found in the session store"));
			assertThat(visitor.complaints()).isEmpty();
		}
	}

	@Test
	void anotherTabThatAsksForAPageProlongsTheSessionForThisOneToo() {
		try (Visitor visitor = newVisitor("tabs", Map.of())) {
			signIn(visitor, "jan");
			String first = visitor.driver().getWindowHandle();
			// Half an hour is not waited for: the clock of this tab is set to its end.
			visitor.driver().executeScript("new BroadcastChannel('billpay-session').postMessage(Date.now())");
			await().until(() -> visitor.reads().contains(OVER));
			visitor.driver().switchTo().newWindow(WindowType.TAB);
			visitor.open("/cart").arriveAt("cart.title");
			visitor.driver().switchTo().window(first);
			await().until(() -> !visitor.reads().contains(OVER));
			assertThat(pane(visitor)).contains("expires in 29:").doesNotContain(OVER);
		}
	}

	@Test
	void takesABrowserThatBlocksCookiesForANewVisitorEachTime() {
		try (Visitor visitor = newVisitor("blocks", NO_COOKIES)) {
			visitor.open("/").arriveAt("home.title");
			assertThat(pane(visitor)).contains("Set-Cookie: ").doesNotContain("seems to block");
			visitor.click("layout.sign-in").arriveAt("login.title");
			String first = pane(visitor);
			assertThat(first).contains("your browser seems to block them",
					"To the server you are a new visitor each time", "Set-Cookie: BILLPAY_SESSION=");
			visitor.click("layout.sign-in").arriveAt("login.title");
			assertThat(pane(visitor)).contains("your browser seems to block them");
			assertThat(fingerprint(pane(visitor))).isNotEqualTo(fingerprint(first));
			visitor.type("login.username", "mark").type("login.password", "pay-my-bill").submit();
			await().until(() -> visitor.reads().contains("cookie"));
			assertThat(pane(visitor)).contains("POST /login HTTP/1.1 → 403", "your browser seems to block them");
		}
	}

	private static String fingerprint(String pane) {
		return pane.replaceAll("(?s).*BILLPAY_SESSION=(#[0-9a-f]{8}).*", "$1");
	}

	@Test
	void aStolenSessionIsTheThiefsToUntilTheOwnerSignsOut() {
		try (Visitor owner = newVisitor("owner", Map.of()); Visitor thief = newVisitor("thief", Map.of())) {
			signIn(owner, "mark");
			tryIt(owner, "steal");
			String code = pane(owner).replaceAll("(?s).*\n([2-9A-Z]{5}-[2-9A-Z]{5})\n.*", "$1");
			thief.open("/server-view/steal").arriveAt("server-view.steal.title");
			thief.type("server-view.steal.code", "22222-22222").click("server-view.steal.submit");
			thief.returnTo("server-view.steal.title");
			thief.type("server-view.steal.code", code.toLowerCase()).click("server-view.steal.submit");
			thief.arriveAt("home.title");
			assertThat(pane(thief)).contains("sends the session cookie of another browser", "mark · ");
			thief.open("/payments").arriveAt("history.title");

			owner.open("/cart").arriveAt("cart.title");
			assertThat(pane(owner)).contains("Latest requests of the other browser", "GET /payments → 200");
			owner.click("layout.sign-out").arriveAt("logout.done.title");

			thief.open("/payments").arriveAt("login.title");
			assertThat(pane(thief)).contains("the session store has no session with that id any more",
					"not found in the session store");
			assertThat(thief.driver().findElements(By.cssSelector(".top .user"))).isEmpty();
		}
	}

	@Test
	void experimentsAndTheirResultsAreInTheViewport() {
		try (Visitor visitor = newVisitor("view", Map.of())) {
			signIn(visitor, "phil");
			visitor.driver().manage().window().setSize(new Dimension(1280, 720 + chrome(visitor)));
			visitor.open("/cart").arriveAt("cart.title");
			for (WebElement button : visitor.driver().findElements(By.cssSelector(".experiments button"))) {
				assertThat(isInView(visitor, button)).as(button.getText()).isTrue();
			}
			visitor.driver().manage().window().setSize(new Dimension(500, 740));
			visitor.open("/cart").arriveAt("cart.title");
			visitor.driver().findElement(By.cssSelector(".fold summary")).click();
			for (String experiment : new String[] { "change-id", "forget-cookie" }) {
				tryIt(visitor, experiment);
				WebElement explained = visitor.driver().findElement(By.cssSelector("#experiment"));
				await().until(() -> isInView(visitor, explained));
			}
			visitor.arriveAt("login.title");
			assertThat(pane(visitor))
				.contains("is still in the session store, although this browser has lost its cookie");
		}
	}

	// What the window takes for itself.
	private static int chrome(Visitor visitor) {
		return ((Number) visitor.driver().executeScript("return window.outerHeight - window.innerHeight")).intValue();
	}

	private static boolean isInView(Visitor visitor, WebElement element) {
		return (Boolean) visitor.driver()
			.executeScript("const box = arguments[0].getBoundingClientRect();"
					+ "return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight", element);
	}

}
