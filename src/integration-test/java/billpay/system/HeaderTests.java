package billpay.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import billpay.support.NamedNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * On a laptop and on a projector the header is one row, whoever is signed in and whatever
 * the node is called.
 */
@NamedNode
class HeaderTests {

	/** The longest name that somebody can have, in the widest letter. */
	private static final String LONGEST_NAME = "w".repeat(20);

	private static final int[] WIDTHS = { 1024, 1280, 1440, 1920 };

	/**
	 * Each link, button and name is one line, they stand beside each other, and nothing
	 * but the end of a long name is cut off.
	 */
	private static final String NOT_IN_ONE_ROW = """
			const middle = (box) => (box.top + box.bottom) / 2;
			const user = document.querySelector('.top .user').getBoundingClientRect();
			let end = 0;
			return [...document.querySelectorAll('.top a, .top button, .top .user')].filter((item) => {
				const box = item.getBoundingClientRect();
				const beside = box.left >= end && box.right <= window.innerWidth;
				const inLine = item.matches('.brand') || Math.abs(middle(box) - middle(user)) < 12;
				end = box.right;
				return !beside || !inLine || box.width < 30 || item.getClientRects().length !== 1;
			}).map((item) => item.outerHTML);
			""";

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	private final List<String> problems = new ArrayList<>();

	@BeforeEach
	void thereIsABrowser() {
		Chromium.assumeInstalled();
	}

	@Test
	void theHeaderIsOneRowFrom1024PixelsUp() {
		try (Visitor visitor = new Visitor("http://localhost:" + this.port, this.folder, Map.of())) {
			visitor.open("/signup")
				.type("signup.username", LONGEST_NAME)
				.type("signup.password", "secret of the longest name")
				.submit()
				.arriveAt("lookup.title");
			look("the longest name", visitor);
			visitor.see("body.watched")
				.click("layout.sign-out")
				.arriveAt("logout.done.title")
				.open("/login")
				.type("login.username", "chuck");
			visitor.type("login.password", "of-the-instructor").submit().arriveAt("lookup.title");
			look("the instructor", visitor);
		}
		assertThat(this.problems).isEmpty();
	}

	private void look(String who, Visitor visitor) {
		for (Locale language : List.of(Locale.TRADITIONAL_CHINESE, Locale.ENGLISH)) {
			visitor.speak(language).arriveAt("lookup.title").see("aside.server-view");
			for (boolean pane : new boolean[] { true, false }) {
				for (int width : WIDTHS) {
					measure(who + " in " + language + ", pane " + pane + ", at " + width, visitor.driver(), width);
				}
				visitor.driver().findElement(By.cssSelector(".top .switch")).click();
				visitor.see((pane) ? "body:not(.watched)" : "aside.server-view");
			}
		}
	}

	private void measure(String what, ChromeDriver driver, int width) {
		driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
		((List<?>) driver.executeScript(NOT_IN_ONE_ROW)).forEach((item) -> this.problems.add(what + ": " + item));
	}

}
