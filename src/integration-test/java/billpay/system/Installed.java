package billpay.system;

import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Programs of this machine that a test needs and a build does not. A machine without them
 * skips the test and says so, unless it is the one that builds the project.
 */
final class Installed {

	/** Where Debian puts servers; not everybody's path leads there. */
	private static final String SERVERS = "/usr/sbin";

	private Installed() {
	}

	/**
	 * Skips the test, or fails it in CI, where one of them is missing.
	 * @param programs their names
	 */
	static void assume(String... programs) {
		boolean installed = Arrays.stream(programs).allMatch((program) -> find(program).isPresent());
		String reason = String.join(" and ", programs) + " must be on the PATH";
		if ("true".equals(System.getenv("CI"))) {
			assertThat(installed).as(reason).isTrue();
		}
		if (!installed) {
			System.out.println("[WARNING] Skipped: " + reason); // Maven prints no reason.
		}
		assumeTrue(installed, reason);
	}

	static Optional<File> find(String program) {
		return Stream.concat(Arrays.stream(System.getenv("PATH").split(File.pathSeparator)), Stream.of(SERVERS))
			.map((folder) -> new File(folder, program))
			.filter(File::canExecute)
			.findFirst();
	}

}
