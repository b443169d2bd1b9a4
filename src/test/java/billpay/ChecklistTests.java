package billpay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a test is tagged with can be looked up in {@code src/test/checklist.md}.
 */
class ChecklistTests {

	private static final Pattern ROW = Pattern.compile("^\\| ([A-Z]\\d+) \\|", Pattern.MULTILINE);

	private static final Pattern TAG = Pattern.compile("^\\s*@Tag\\(\"(\\w+)\"\\)", Pattern.MULTILINE);

	/** What a second run on PostgreSQL and Redis selects, see the profile "full". */
	private static final Set<String> SECOND_RUN = Set.of("ledger", "session");

	@Test
	void everyTagIsARowOfTheChecklist() throws IOException {
		Set<String> tags = new TreeSet<>();
		for (String folder : List.of("src/test/java", "src/integration-test/java")) {
			try (Stream<Path> files = Files.walk(Path.of(folder))) {
				files.filter((file) -> file.toString().endsWith(".java"))
					.forEach((file) -> tags.addAll(groups(TAG, file)));
			}
		}
		tags.removeAll(SECOND_RUN);

		assertThat(tags).isNotEmpty().isSubsetOf(groups(ROW, Path.of("src/test/checklist.md")));
	}

	private static Set<String> groups(Pattern pattern, Path file) {
		try {
			return pattern.matcher(Files.readString(file))
				.results()
				.map((MatchResult result) -> result.group(1))
				.collect(Collectors.toSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
