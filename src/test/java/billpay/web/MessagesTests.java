package billpay.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every text is there in every language, and every text that is asked for is there.
 */
class MessagesTests {

	private static final Properties english = load("messages.properties");

	private static final Properties chinese = load("messages_zh_TW.properties");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

	/** What begins a message key in the code. */
	private static final String AREAS = english.stringPropertyNames()
		.stream()
		.map((key) -> key.substring(0, key.indexOf('.')))
		.distinct()
		.collect(Collectors.joining("|"));

	private static Properties load(String file) {
		try (Reader reader = new InputStreamReader(
				Objects.requireNonNull(MessagesTests.class.getResourceAsStream("/" + file)), StandardCharsets.UTF_8)) {
			Properties properties = new Properties();
			properties.load(reader);
			return properties;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void bothLanguagesHaveTheSameKeys() {
		assertThat(english).isNotEmpty();
		assertThat(chinese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
	}

	@Test
	void bothLanguagesHaveTheSamePlaceholders() {
		for (String key : english.stringPropertyNames()) {
			assertThat(placeholders(chinese.getProperty(key))).as(key)
				.isEqualTo(placeholders(english.getProperty(key)));
		}
	}

	private static Set<String> placeholders(String text) {
		return PLACEHOLDER.matcher(text).results().map((found) -> found.group(1)).collect(Collectors.toSet());
	}

	@Test
	void noTextIsEmptyOrLeftInEnglish() {
		for (String key : english.stringPropertyNames()) {
			assertThat(english.getProperty(key)).as(key).isNotBlank();
			assertThat(chinese.getProperty(key)).as(key).containsPattern("[\\p{IsHan}年]");
		}
	}

	/**
	 * An apostrophe is a quote to {@code MessageFormat}, which only reads texts that are
	 * used with arguments.
	 */
	@Test
	void anApostropheIsDoubledOnlyWhereArgumentsAre() {
		Stream.of(english, chinese).forEach((texts) -> texts.forEach((key, value) -> {
			String text = value.toString();
			if (placeholders(text).isEmpty()) {
				assertThat(text).as("%s", key).doesNotContain("''");
			}
			else {
				assertThat(text.replace("''", "")).as("%s", key).doesNotContain("'");
			}
		}));
	}

	@Test
	void everyTextThatATemplateAsksForIsThere() {
		Set<String> keys = new TreeSet<>();
		Set<String> beginnings = new TreeSet<>();
		for (String template : files("src/main/resources/templates", ".html")) {
			collect(template, "#\\{([a-z][\\w.-]*)", keys);
			collect(template, "#messages\\.msg\\('([^']+)'", keys);
			collect(template, "#\\{\\|([a-z][\\w.-]*\\.)\\$", beginnings);
		}
		assertThat(keys).hasSizeGreaterThan(60);
		assertThat(english.stringPropertyNames()).containsAll(keys);
		assertThat(beginnings).isNotEmpty()
			.allMatch(
					(beginning) -> english.stringPropertyNames().stream().anyMatch((key) -> key.startsWith(beginning)));
	}

	@Test
	void everyTextThatTheCodeAsksForIsThere() {
		Set<String> keys = new TreeSet<>();
		for (String source : files("src/main/java", ".java")) {
			collect(source, "\"\\{?((?:" + AREAS + ")\\.(?!js\")[a-z][\\w.-]*[\\w])}?\"", keys);
		}
		keys.removeIf((key) -> key.endsWith(".js"));
		assertThat(keys).hasSizeGreaterThan(20).contains("notice.added", "notice.nothing-to-pay");
		assertThat(english.stringPropertyNames()).containsAll(keys);
	}

	private static void collect(String text, String regex, Set<String> found) {
		Matcher matcher = Pattern.compile(regex).matcher(text);
		while (matcher.find()) {
			found.add(matcher.group(1));
			if (matcher.groupCount() > 1) {
				found.add(matcher.group(2));
			}
		}
	}

	private static Iterable<String> files(String folder, String ending) {
		try (Stream<Path> paths = Files.walk(Path.of(folder))) {
			return paths.filter((path) -> path.toString().endsWith(ending)).map(MessagesTests::read).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path path) {
		try {
			return Files.readString(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
