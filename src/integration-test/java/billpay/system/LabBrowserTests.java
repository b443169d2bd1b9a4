package billpay.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import billpay.lab.measurement.Measurements;
import billpay.lab.measurement.Measurements.Answer;
import billpay.lab.measurement.Measurements.Result;
import billpay.lab.measurement.Question;
import billpay.lab.technique.TechniqueRegistry;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Asks a real browser what only a browser can tell about the techniques of the lab, and
 * compares its answers with those that the lab shows. When they differ on purpose, copy
 * {@code target/lab/measurements.json} to {@code src/main/resources/lab}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class LabBrowserTests {

	private static final List<Question> ASKED = List.of(Question.IN_HISTORY, Question.IN_REFERER, Question.AFTER_RELOAD,
			Question.IN_SECOND_TAB, Question.AFTER_BROWSER_RESTART);

	@LocalServerPort
	private int port;

	@TempDir
	private Path profile;

	@Autowired
	private TechniqueRegistry techniques;

	@Autowired
	private Measurements shown;

	private final Map<String, Map<Question, Answer>> measured = new LinkedHashMap<>();

	@BeforeEach
	void thereIsABrowser() {
		Chromium.assumeInstalled();
	}

	@Test
	void theLabShowsWhatTheBrowserDoes() throws IOException {
		Map<String, String> states = new LinkedHashMap<>();
		String version;
		try (Visitor visitor = newVisitor()) {
			version = visitor.driver().getCapabilities().getBrowserVersion();
			for (String technique : this.techniques.names()) {
				this.measured.put(technique, new EnumMap<>(Question.class));
				walk(visitor, technique);
				reload(visitor, technique);
				useASecondTab(visitor, technique);
				states.put(technique, sendNumber(visitor, technique));
			}
		}
		String history = Files.readString(this.profile.resolve("Default").resolve("History"),
				StandardCharsets.ISO_8859_1);
		try (Visitor visitor = newVisitor()) {
			states.forEach((technique, state) -> {
				answer(technique, Question.IN_HISTORY,
						Pattern.compile("/lab/" + technique + "/card[?]\\w+=[\\w.-]{20,}").matcher(history).find());
				visitor.open("/lab/" + technique);
				sendCard(visitor);
				answer(technique, Question.AFTER_BROWSER_RESTART, isRemembered(visitor));
			});
		}
		write("Chromium " + version);
		this.measured.forEach((technique, answers) -> ASKED
			.forEach((question) -> assertThat(answers.get(question)).as(technique + ": " + question)
				.isEqualTo(this.shown.of(technique).answer(question))));
	}

	@Test
	void aCookieThatIsTooLongIsNotKept() {
		try (Visitor visitor = newVisitor()) {
			for (String technique : List.of("cookie", "signed-cookie")) {
				int limit = this.shown.of(technique).limit();
				assertThat(isRememberedWith(limit - 1, visitor, technique)).as(technique).isTrue();
				visitor.driver().manage().deleteAllCookies();
				assertThat(isRememberedWith(limit, visitor, technique)).as(technique).isFalse();
			}
		}
	}

	@Test
	void theScriptOfTheTokenSaysWhatItCannotSend() {
		try (Visitor visitor = newVisitor()) {
			visitor.open("/lab/token");
			visitor.driver().executeScript("localStorage.setItem('lab-token', '\\u{1F600}')");
			visitor.click("lab.card.submit").see("[data-unsendable]:not([hidden])");
			visitor.driver().executeScript("localStorage.setItem('lab-token', 'x'.repeat(20000))");
			visitor.open("/lab/token").click("lab.card.submit").see("[data-unanswered]:not([hidden])");
		}
	}

	@Test
	void theResetLeavesNothingInTheBrowser() {
		try (Visitor visitor = newVisitor()) {
			this.techniques.names().forEach((technique) -> sendNumber(visitor, technique));
			visitor.open("/lab").click("lab.reset").see(".notice");
			for (String technique : this.techniques.names()) {
				visitor.open("/lab/" + technique);
				sendCard(visitor);
				assertThat(isRemembered(visitor)).as(technique).isFalse();
			}
		}
	}

	@Test
	@Tag("C12")
	void everyTechniqueIsAccessible() {
		try (Visitor visitor = newVisitor()) {
			for (String technique : this.techniques.names()) {
				visitor.open("/lab/" + technique);
				assertThat(violations(visitor)).as(technique).isEmpty();
				sendNumber(visitor, technique);
				assertThat(violations(visitor)).as(technique).isEmpty();
			}
		}
	}

	private static List<String> violations(Visitor visitor) {
		return new AxeBuilder().withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
			.analyze(visitor.driver())
			.getViolations()
			.stream()
			.map(Object::toString)
			.toList();
	}

	private Visitor newVisitor() {
		return new Visitor("http://localhost:" + this.port, this.profile, Map.of());
	}

	private void walk(Visitor visitor, String technique) {
		String state = sendNumber(visitor, technique);
		sendCard(visitor);
		assertThat(isRemembered(visitor)).as(technique)
			.isEqualTo(this.shown.of(technique).answer(Question.REMEMBERED).text().equals("yes"));
		visitor.click("lab.begin-again").see("form[action$='/number']");
		String referrer = (String) visitor.driver().executeScript("return document.referrer");
		answer(technique, Question.IN_REFERER, referrer.contains(state));
	}

	private void reload(Visitor visitor, String technique) {
		sendNumber(visitor, technique);
		visitor.driver().navigate().refresh();
		visitor.see("#answer");
		sendCard(visitor);
		answer(technique, Question.AFTER_RELOAD, isRemembered(visitor));
	}

	private void useASecondTab(Visitor visitor, String technique) {
		sendNumber(visitor, technique);
		String first = visitor.driver().getWindowHandle();
		visitor.driver().switchTo().newWindow(WindowType.TAB);
		visitor.open("/lab/" + technique);
		sendCard(visitor);
		answer(technique, Question.IN_SECOND_TAB, isRemembered(visitor));
		visitor.driver().close();
		visitor.driver().switchTo().window(first);
	}

	private boolean isRememberedWith(int lines, Visitor visitor, String technique) {
		visitor.open("/lab/" + technique);
		visitor.driver()
			.executeScript(
					"document.querySelector('[name=lines]').add(new Option(arguments[0], arguments[0], true, true))",
					Integer.toString(lines));
		visitor.driver().findElement(By.cssSelector("form[action$='/number'] button")).click();
		visitor.see("#answer");
		sendCard(visitor);
		return isRemembered(visitor);
	}

	private static String sendNumber(Visitor visitor, String technique) {
		visitor.open("/lab/" + technique);
		visitor.driver().findElement(By.cssSelector("form[action$='/number'] button")).click();
		visitor.see("#answer");
		return (String) visitor.driver()
			.executeScript("return document.querySelector('#state')?.textContent ?? 'no state'");
	}

	private static void sendCard(Visitor visitor) {
		visitor.driver().findElement(By.cssSelector("#card-form button")).click();
		await().until(() -> visitor.driver()
			.executeScript(
					"return document.querySelector('#answer.remembered, #answer.nothing, #answer.refused') !== null")
			.equals(true));
	}

	private static boolean isRemembered(Visitor visitor) {
		return visitor.driver()
			.executeScript("return document.querySelector('#answer.remembered') !== null")
			.equals(true);
	}

	private void answer(String technique, Question question, boolean holds) {
		this.measured.get(technique).put(question, new Answer((holds) ? "yes" : "no", null));
	}

	private void write(String browser) throws IOException {
		Map<String, Result> results = new LinkedHashMap<>();
		this.measured.forEach((technique, answers) -> {
			Result known = this.shown.of(technique);
			Map<Question, Answer> all = new EnumMap<>(known.answers());
			all.putAll(answers);
			results.put(technique,
					new Result(all, known.bytes(), known.limit(), known.limitReason(), known.exchanges()));
		});
		Path file = Path.of("target/lab/measurements.json");
		Files.createDirectories(file.getParent());
		Files.writeString(file,
				JsonMapper.builder()
					.enable(SerializationFeature.INDENT_OUTPUT)
					.build()
					.writeValueAsString(new Measurements(browser, LocalDate.now(), results)));
	}

}
