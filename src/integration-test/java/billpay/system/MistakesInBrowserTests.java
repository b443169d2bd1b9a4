package billpay.system;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The mistakes of the lab that need a real browser to be seen: what it loads again, which
 * cookies it sends for another site, and what two of them do to each other.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "billpay.lab.mistakes=true")
class MistakesInBrowserTests {

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	@BeforeEach
	void thereIsABrowser() {
		Chromium.assumeInstalled();
	}

	@Test
	void openingAMessagePaysTheLinkAndNotTheForm() {
		try (Visitor visitor = newVisitor("message")) {
			visitor.open("/lab/mistakes/get-that-pays").click("lab.mistake.get-that-pays.message");
			visitor.arriveAt("lab.mistake.get-that-pays.message.title")
				.click("lab.mistake.get-that-pays.message.back")
				.arriveAt("lab.mistake.get-that-pays.title");
			assertThat(answer(visitor, "wrong")).isEqualTo(visitor.text("lab.mistake.paid", "1", "$40.00"));
			assertThat(answer(visitor, "right")).isEqualTo(visitor.text("lab.mistake.unpaid"));
		}
	}

	@Test
	void aReloadPaysAgainWithoutARedirectAndNotWithOne() {
		try (Visitor visitor = newVisitor("reload")) {
			visitor.open("/lab/mistakes/post-without-redirect");
			press(visitor, "wrong");
			assertThat(answer(visitor, "wrong")).isEqualTo(visitor.text("lab.mistake.paid", "1", "$40.00"));
			visitor.driver().navigate().refresh();
			assertThat(answer(visitor, "wrong")).isEqualTo(visitor.text("lab.mistake.paid", "2", "$80.00"));
			visitor.open("/lab/mistakes/post-without-redirect");
			press(visitor, "right");
			visitor.driver().navigate().refresh();
			visitor.driver().navigate().refresh();
			assertThat(answer(visitor, "right")).isEqualTo(visitor.text("lab.mistake.paid", "1", "$40.00"));
		}
	}

	@Test
	void theAttackerIsLoggedInWithTheVictimOnlyWhereTheIdStaysTheSame() {
		for (String half : new String[] { "wrong", "right" }) {
			try (Visitor attacker = newVisitor("attacker-" + half); Visitor victim = newVisitor("victim-" + half)) {
				attacker.open("/lab/mistakes/fixed-session-id");
				assertThat(answer(attacker, half)).isEqualTo(attacker.text("lab.mistake.fixed-session-id.nobody"));
				String link = attacker.driver().findElement(By.cssSelector(".link-with-id")).getText();
				victim.driver().get(link);
				press(victim, half);
				assertThat(answer(victim, half)).isEqualTo(victim.text("lab.mistake.fixed-session-id.user", "mark"));
				attacker.driver().navigate().refresh();
				assertThat(answer(attacker, half))
					.isEqualTo((half.equals("wrong")) ? attacker.text("lab.mistake.fixed-session-id.user", "mark")
							: attacker.text("lab.mistake.fixed-session-id.nobody"));
			}
		}
	}

	@Test
	void aStrangersFormTakesTheMoneyOnlyWhereThereIsNoToken() {
		try (Visitor visitor = newVisitor("stranger")) {
			visitor.open("/lab/mistakes/no-csrf-token").click("lab.mistake.no-csrf-token.stranger.link");
			visitor.arriveAt("lab.mistake.no-csrf-token.stranger.title");
			assertThat(visitor.driver().getCurrentUrl()).startsWith("http://127.0.0.1:" + this.port);
			visitor.click("lab.mistake.no-csrf-token.stranger.right").arriveAt("error.title.403");
			assertThat(visitor.reads()).contains(visitor.text("lab.mistake.no-csrf-token.refused"));
			visitor.driver().navigate().back();
			visitor.arriveAt("lab.mistake.no-csrf-token.stranger.title")
				.click("lab.mistake.no-csrf-token.stranger.wrong")
				.arriveAt("lab.mistake.no-csrf-token.title");
			assertThat(visitor.driver().getCurrentUrl()).startsWith("http://localhost:" + this.port);
			assertThat(answer(visitor, "wrong")).isEqualTo(visitor.text("lab.mistake.no-csrf-token.stranger"));
			assertThat(answer(visitor, "right")).isEqualTo(visitor.text("lab.mistake.no-csrf-token.kept"));
		}
	}

	/**
	 * As the page says: the cookie goes along because it has no SameSite attribute.
	 */
	@Test
	void aCookieWithSameSiteLaxStaysAtHome() {
		try (Visitor visitor = newVisitor("lax")) {
			visitor.open("/lab/mistakes/no-csrf-token");
			Cookie loose = visitor.driver().manage().getCookieNamed("LAB_NO_SAMESITE");
			visitor.driver()
				.manage()
				.addCookie(new Cookie.Builder(loose.getName(), loose.getValue()).path(loose.getPath())
					.sameSite("Lax")
					.build());
			visitor.click("lab.mistake.no-csrf-token.stranger.link")
				.arriveAt("lab.mistake.no-csrf-token.stranger.title")
				.click("lab.mistake.no-csrf-token.stranger.wrong")
				.arriveAt("error.title.403");
			assertThat(visitor.reads()).contains(visitor.text("lab.mistake.no-csrf-token.no-cookie"));
		}
	}

	private Visitor newVisitor(String profile) {
		return new Visitor("http://localhost:" + this.port, this.folder.resolve(profile), Map.of());
	}

	private static void press(Visitor visitor, String half) {
		visitor.driver().findElement(By.cssSelector("#" + half + " form button")).click();
	}

	private static String answer(Visitor visitor, String half) {
		return visitor.driver().findElement(By.id(half + "-answer")).getText();
	}

}
