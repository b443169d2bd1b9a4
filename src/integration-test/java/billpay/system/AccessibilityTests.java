package billpay.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import billpay.support.HttpBrowser;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * WCAG 2.2 AA on every page in every state, as far as axe-core can tell: in both
 * languages, light and dark, on a projector and on a phone. And no page moves or fades
 * while it loads. With {@code -Dbillpay.screenshots=folder} the pages can be looked at as
 * well.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Tag("C12")
class AccessibilityTests {

	private static final String AXE = resource("/axe.min.js");

	private static final String CHECK = """
			const done = arguments[arguments.length - 1];
			axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] })
				.then((result) => done(result.violations.map((violation) => violation.id + ': '
					+ violation.nodes.map((node) => node.target.join(' ') + ' ' + node.failureSummary).join('; '))))
				.catch((error) => done([String(error)]));
			""";

	private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice");

	/** The only rule whose result depends on the colours. */
	private static final List<String> RULES_OF_COLOURS = List.of("color-contrast");

	private static final String WIDER_THAN_THE_WINDOW = """
			const width = window.innerWidth;
			return document.documentElement.scrollWidth <= width ? []
				: [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > width)
					.map((e) => e.outerHTML.substring(0, 80));
			""";

	/** While a page is arriving, what follows is not there yet. */
	private static final String MOVED_BY_WHAT_ARRIVES_LATER = """
			const early = [...document.querySelectorAll('.top, .top li, main, main > :first-child')];
			const late = [...document.querySelectorAll('footer, .server-view')];
			const place = (box) => [box.left, box.top, box.width].join();
			const places = () => early.map((e) => place(e.getBoundingClientRect()));
			const whole = places();
			late.forEach((e) => e.style.display = 'none');
			const before = places();
			late.forEach((e) => e.style.display = '');
			return early.filter((e, i) => before[i] !== whole[i]).map((e) => e.outerHTML.substring(0, 80));
			""";

	private static final String FADES = """
			return [...document.querySelectorAll('a, button, input, summary')]
				.filter((e) => getComputedStyle(e).transitionDuration.split(', ').some((time) => time !== '0s'))
				.map((e) => e.outerHTML.substring(0, 80));
			""";

	/** WCAG 2.5.8; of a summary axe-core does not know that it is a control. */
	private static final String TOO_SMALL = """
			return [...document.querySelectorAll('summary')].map((e) => [e, e.getBoundingClientRect().height])
				.filter(([e, height]) => height > 0 && height < (e.closest('.server-view') ? 44 : 24))
				.map(([e, height]) => height + ' ' + e.outerHTML);
			""";

	private static final String NUMBERED_WRONGLY = """
			const top = (e) => e.getBoundingClientRect().top;
			const wrapped = [...document.querySelectorAll('nav.progress li + li')]
				.filter((e) => top(e) !== top(e.previousElementSibling));
			const unnumbered = [...document.querySelectorAll('main ol.steps > li')]
				.filter((e) => getComputedStyle(e).display !== 'list-item');
			return wrapped.concat(unnumbered).map((e) => e.outerHTML.substring(0, 80));
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

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh-TW" })
	void everybodyCanUseEveryPage(String language) {
		String base = "http://localhost:" + this.port;
		try (Visitor visitor = new Visitor(base, this.folder.resolve("profile"), Map.of())) {
			String customer = "tourist-" + language.toLowerCase(Locale.ROOT);
			new EveryPage(visitor, customer, new HttpBrowser(base), (page) -> check(page + "-" + language, visitor))
				.tour(Locale.forLanguageTag(language));
		}
		assertThat(this.problems).isEmpty();
	}

	private void check(String page, Visitor visitor) {
		ChromeDriver driver = visitor.driver();
		driver.executeScript(AXE);
		for (int width : new int[] { 640, 800, 1024, 1280, 1440, 360 }) {
			resize(driver, width);
			String where = page + " at " + width;
			report(where, "wider than the window", driver.executeScript(WIDER_THAN_THE_WINDOW));
			report(where, "moved by what arrives later", driver.executeScript(MOVED_BY_WHAT_ARRIVES_LATER));
			report(where, "too small", driver.executeScript(TOO_SMALL));
			report(where, "steps wrapped or without a number", driver.executeScript(NUMBERED_WRONGLY));
		}
		report(page, "fades", driver.executeScript(FADES));
		for (int width : new int[] { 1440, 360 }) {
			resize(driver, width);
			for (String scheme : List.of("light", "dark")) {
				if (isSpared(page, width, scheme)) {
					continue;
				}
				driver.executeCdpCommand("Emulation.setEmulatedMedia",
						Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
				report(page + " at " + width + ", " + scheme, "axe",
						driver.executeAsyncScript(CHECK, (scheme.equals("light")) ? RULES : RULES_OF_COLOURS));
				takePicture(driver, page + "-" + width + "-" + scheme);
			}
		}
		report(page, "number of h1 is not 1, but",
				driver.executeScript("const n = document.querySelectorAll('h1').length; return n === 1 ? [] : [n]"));
		visitor.complaints()
			.stream()
			.filter((complaint) -> !complaint.contains("the server responded with a status of 4"))
			.forEach((complaint) -> report(page, "console", List.of(complaint)));
	}

	/**
	 * Colours and widths differ in one language as they do in the other, so half of them
	 * are enough in the second; pictures are taken of all.
	 */
	private static boolean isSpared(String page, int width, String scheme) {
		return System.getProperty("billpay.screenshots") == null && !page.endsWith("-en")
				&& (width == 1440) == scheme.equals("dark");
	}

	private static void resize(ChromeDriver driver, int width) {
		driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
	}

	private void report(String where, String what, Object found) {
		((List<?>) found).forEach((problem) -> this.problems.add(where + ": " + what + ": " + problem));
	}

	private static void takePicture(ChromeDriver driver, String name) {
		String pictures = System.getProperty("billpay.screenshots");
		if (pictures != null) {
			Object data = driver
				.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
				.get("data");
			try {
				Files.write(Files.createDirectories(Path.of(pictures)).resolve(name + ".png"),
						Base64.getDecoder().decode((String) data));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private static String resource(String name) {
		try (InputStream file = AxeBuilder.class.getResourceAsStream(name)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
