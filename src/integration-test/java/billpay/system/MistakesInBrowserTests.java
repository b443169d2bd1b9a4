package billpay.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.deque.html.axecore.selenium.AxeBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.StaleElementReferenceException;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
			answers(visitor, "wrong", visitor.text("lab.mistake.paid", "1", "$40.00"));
			answers(visitor, "right", visitor.text("lab.mistake.unpaid"));
		}
	}

	@Test
	void aReloadPaysAgainWithoutARedirectAndNotWithOne() {
		try (Visitor visitor = newVisitor("reload")) {
			visitor.open("/lab/mistakes/post-without-redirect");
			press(visitor, "wrong");
			answers(visitor, "wrong", visitor.text("lab.mistake.paid", "1", "$40.00"));
			visitor.driver().navigate().refresh();
			answers(visitor, "wrong", visitor.text("lab.mistake.paid", "2", "$80.00"));
			visitor.open("/lab/mistakes/post-without-redirect");
			press(visitor, "right");
			visitor.driver().navigate().refresh();
			visitor.driver().navigate().refresh();
			visitor.open("/lab/mistakes/post-without-redirect");
			answers(visitor, "right", visitor.text("lab.mistake.paid", "1", "$40.00"));
		}
	}

	@Test
	void theAttackerIsLoggedInWithTheVictimOnlyWhereTheIdStaysTheSame() {
		for (String half : new String[] { "wrong", "right" }) {
			try (Visitor attacker = newVisitor("attacker-" + half); Visitor victim = newVisitor("victim-" + half)) {
				attacker.open("/lab/mistakes/fixed-session-id");
				answers(attacker, half, attacker.text("lab.mistake.fixed-session-id.nobody"));
				String link = attacker.driver().findElement(By.cssSelector(".link-with-id")).getText();
				victim.driver().get(link);
				press(victim, half);
				answers(victim, half, victim.text("lab.mistake.fixed-session-id.user", "mark"));
				attacker.driver().navigate().refresh();
				answers(attacker, half,
						(half.equals("wrong")) ? attacker.text("lab.mistake.fixed-session-id.user", "mark")
								: attacker.text("lab.mistake.fixed-session-id.nobody"));
			}
		}
	}

	@Test
	void aFormOfAnotherSiteTakesTheMoneyOnlyWhereThereIsNoToken() {
		try (Visitor visitor = newVisitor("other-site")) {
			visitor.open("/lab/mistakes/no-csrf-token").click("lab.mistake.no-csrf-token.other-site.link");
			visitor.arriveAt("lab.mistake.no-csrf-token.other-site.title");
			assertThat(visitor.driver().getCurrentUrl()).startsWith("http://127.0.0.1:" + this.port);
			visitor.click("lab.mistake.no-csrf-token.other-site.right").returnTo("lab.mistake.no-csrf-token.refusal");
			assertThat(visitor.reads()).contains(visitor.text("lab.mistake.no-csrf-token.refused"));
			visitor.click("lab.mistake.no-csrf-token.back")
				.arriveAt("lab.mistake.no-csrf-token.title")
				.click("lab.mistake.no-csrf-token.other-site.link")
				.arriveAt("lab.mistake.no-csrf-token.other-site.title")
				.click("lab.mistake.no-csrf-token.other-site.wrong")
				.arriveAt("lab.mistake.no-csrf-token.title");
			assertThat(visitor.driver().getCurrentUrl()).startsWith("http://localhost:" + this.port);
			answers(visitor, "wrong", visitor.text("lab.mistake.no-csrf-token.attacker"));
			answers(visitor, "right", visitor.text("lab.mistake.no-csrf-token.kept"));
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
			visitor.click("lab.mistake.no-csrf-token.other-site.link")
				.arriveAt("lab.mistake.no-csrf-token.other-site.title")
				.click("lab.mistake.no-csrf-token.other-site.wrong")
				.returnTo("lab.mistake.no-csrf-token.refusal");
			assertThat(visitor.reads()).contains(visitor.text("lab.mistake.no-csrf-token.no-cookie"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh-TW" })
	void everybodyCanUseEveryPage(String language) {
		try (Visitor visitor = newVisitor("axe-" + language)) {
			visitor.open("/lab/mistakes?lang=" + language);
			List<String> pages = visitor.driver()
				.findElements(By.cssSelector(".techniques a"))
				.stream()
				.map((link) -> link.getDomProperty("href"))
				.collect(Collectors.toCollection(ArrayList::new));
			assertThat(pages).hasSize(7);
			pages.add(visitor.driver().getCurrentUrl());
			pages.add(pages.get(1) + "/message");
			pages.add(pages.get(6) + "/other-site");
			for (String page : pages) {
				visitor.driver().get(page);
				assertThat(new AxeBuilder().analyze(visitor.driver()).getViolations()).as(page).isEmpty();
				visitor.driver()
					.executeCdpCommand("Emulation.setDeviceMetricsOverride",
							Map.of("width", 360, "height", 900, "deviceScaleFactor", 1, "mobile", false));
				assertThat((Boolean) visitor.driver()
					.executeScript("return document.documentElement.scrollWidth <= innerWidth")).as(page).isTrue();
				visitor.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
			}
		}
	}

	private Visitor newVisitor(String profile) {
		return new Visitor("http://localhost:" + this.port, this.folder.resolve(profile), Map.of());
	}

	private static void press(Visitor visitor, String half) {
		visitor.driver().findElement(By.cssSelector("#" + half + " form button")).click();
	}

	// An element may still be of the page before.
	private static void answers(Visitor visitor, String half, String text) {
		await().ignoreException(StaleElementReferenceException.class)
			.untilAsserted(
					() -> assertThat(visitor.driver().findElement(By.id(half + "-answer")).getText()).isEqualTo(text));
	}

}
