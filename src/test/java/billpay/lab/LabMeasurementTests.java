package billpay.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import billpay.BillPayApplication;
import billpay.lab.measurement.Measurements;
import billpay.lab.measurement.Measurements.Answer;
import billpay.lab.measurement.Measurements.RecordedExchange;
import billpay.lab.measurement.Measurements.Result;
import billpay.lab.measurement.Question;
import billpay.lab.technique.TechniqueRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures every technique by the same script, and compares the results with those that
 * the lab shows. When they differ on purpose, copy {@code target/lab/measurements.json}
 * to {@code src/main/resources/lab} and read what has changed in it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class LabMeasurementTests {

	private static final String KEY = "billpay.lab.key=the-key-that-both-nodes-have-in-this-test";

	@TempDir
	private static Path logs;

	@LocalServerPort
	private int port;

	@Autowired
	private TechniqueRegistry techniques;

	@Autowired
	private Measurements shown;

	@DynamicPropertySource
	static void accessLog(DynamicPropertyRegistry registry) {
		registry.add("server.tomcat.accesslog.enabled", () -> true);
		registry.add("server.tomcat.accesslog.buffered", () -> false);
		registry.add("server.tomcat.accesslog.directory", logs::toString);
		registry.add(KEY.substring(0, KEY.indexOf('=')), () -> KEY.substring(KEY.indexOf('=') + 1));
	}

	@Test
	void theLabShowsWhatIsMeasured() throws IOException {
		Map<String, LabScript> scripts = new LinkedHashMap<>();
		try (ConfigurableApplicationContext sameKey = start(KEY);
				ConfigurableApplicationContext otherKey = start("x=y")) {
			LabScript.Nodes nodes = new LabScript.Nodes(portOf(sameKey), portOf(otherKey));
			for (String technique : this.techniques.names()) {
				LabScript script = new LabScript(technique, this.port, nodes, LabMeasurementTests::isInAccessLog);
				script.run();
				script.beforeRestart(nodes.withSameKey());
				scripts.put(technique, script);
			}
		}
		try (ConfigurableApplicationContext restarted = start(KEY)) {
			scripts.values().forEach((script) -> script.afterRestart(portOf(restarted)));
		}
		Map<String, Result> measured = new LinkedHashMap<>();
		scripts.forEach(
				(technique, script) -> measured.put(technique, withAnswersOfTheBrowser(technique, script.result())));
		write(new Measurements(this.shown.browser(), this.shown.date(), measured));
		assertThat(this.shown.techniques().keySet()).containsExactlyElementsOf(this.techniques.names());
		measured.forEach((technique, result) -> {
			Result shownResult = this.shown.of(technique);
			assertThat(shownResult.answers()).as(technique).isEqualTo(result.answers());
			assertThat(shownResult.bytes()).as(technique).isEqualTo(result.bytes());
			assertThat(shownResult.limit()).as(technique).isEqualTo(result.limit());
			assertThat(shownResult.limitReason()).as(technique).isEqualTo(result.limitReason());
			assertThat(comparable(shownResult.exchanges())).as(technique)
				.containsExactlyElementsOf(comparable(result.exchanges()));
		});
	}

	private static ConfigurableApplicationContext start(String property) {
		return new SpringApplicationBuilder(BillPayApplication.class).properties("server.port=0", property).run();
	}

	private static int portOf(ConfigurableApplicationContext server) {
		return Integer.parseInt(server.getEnvironment().getRequiredProperty("local.server.port"));
	}

	// What is different each time is what leads to the number: ids and signatures.
	private static List<String> comparable(List<RecordedExchange> exchanges) {
		return exchanges.stream().map((exchange) -> {
			String text = exchange.name() + "\n" + exchange.request() + "\n" + exchange.response();
			for (String carried : exchange.carried()) {
				text = text.replace(carried, "*");
			}
			return text;
		}).toList();
	}

	private Result withAnswersOfTheBrowser(String technique, Result result) {
		Map<Question, Answer> answers = new EnumMap<>(result.answers());
		Result known = this.shown.techniques().get(technique);
		if (known != null) {
			known.answers().forEach(answers::putIfAbsent);
		}
		return new Result(answers, result.bytes(), result.limit(), result.limitReason(), result.exchanges());
	}

	private static boolean isInAccessLog(String path, String text) {
		try (Stream<Path> files = Files.list(logs)) {
			return files.anyMatch((file) -> {
				try {
					return Files.readAllLines(file)
						.stream()
						.anyMatch((line) -> line.contains(path) && line.contains(text));
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(Measurements measurements) throws IOException {
		Path file = Path.of("target/lab/measurements.json");
		Files.createDirectories(file.getParent());
		Files.writeString(file,
				JsonMapper.builder()
					.enable(SerializationFeature.INDENT_OUTPUT)
					.build()
					.writeValueAsString(measurements));
	}

}
