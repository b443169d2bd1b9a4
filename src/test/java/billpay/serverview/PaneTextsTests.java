package billpay.serverview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import billpay.support.OverHttp;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A sentence of the pane that is missing is silently left out, so none may be missing.
 */
class PaneTextsTests extends OverHttp {

	/** In braces within markup, or asked for by name. */
	private static final Pattern ASKED = Pattern.compile("\\{([a-z][a-z.-]*)}|(?:sentence|plain)\\(\\s*\"([a-z.-]+)\"");

	@Autowired
	private Texts texts;

	private static Set<String> asked() throws IOException {
		Set<String> keys = new TreeSet<>();
		try (Stream<Path> sources = Files.list(Path.of("src/main/java/billpay/serverview"))) {
			for (Path source : sources.toList()) {
				ASKED.matcher(Files.readString(source))
					.results()
					.map((found) -> (found.group(1) != null) ? found.group(1) : found.group(2))
					.filter((key) -> !key.endsWith("."))
					.forEach(keys::add);
			}
		}
		Arrays.stream(Experiment.values())
			.flatMap((experiment) -> Stream.of("experiment." + experiment.key(), "explained." + experiment.key()))
			.forEach(keys::add);
		Arrays.stream(StoreCall.Kind.values()).forEach((kind) -> keys.add(kind.key()));
		Arrays.stream(SentCookie.Kind.values()).forEach((kind) -> keys.add(kind.key()));
		Arrays.stream(Change.Kind.values()).flatMap((kind) -> Stream.of(kind.key(), kind.style())).forEach(keys::add);
		List.of("Path", "Max-Age", "Expires", "HttpOnly", "SameSite", "Secure", "forget", "no-age")
			.forEach((attribute) -> keys.add("set-cookie." + attribute));
		keys.addAll(List.of("store.memory", "store.redis"));
		return keys;
	}

	@Test
	void everySentenceIsThereInBothLanguages() throws IOException {
		assertThat(asked()).hasSizeGreaterThan(80).contains("question.who", "evidence.post", "title");
		for (Locale locale : List.of(Locale.ENGLISH, Locale.TRADITIONAL_CHINESE)) {
			assertThat(asked()).allSatisfy((key) -> assertThat(this.texts.in(locale).get(key)).as(key).isNotEmpty());
		}
	}

	@Test
	void everyFormHasAButton() {
		for (String address : addresses(RequestMethod.POST)) {
			if (!address.equals("/error")) {
				String form = address.substring(1).replaceAll("[{}]", "").replace('/', '.');
				assertThat(this.texts.in(Locale.ENGLISH).get("button." + form)).as(form).isNotEmpty();
			}
		}
	}

	@Test
	void whatIsMissingIsEmpty() {
		assertThat(this.texts.in(Locale.ENGLISH).get("button.of-nothing")).isEmpty();
	}

}
