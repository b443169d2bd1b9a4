package billpay.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the commands that a page shows, as a reader would paste them.
 */
final class Shell {

	private Shell() {
	}

	static String run(String commands, Path folder) throws IOException, InterruptedException {
		Process shell = new ProcessBuilder("sh", "-c", commands).directory(folder.toFile())
			.redirectErrorStream(true)
			.start();
		String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
		return output;
	}

}
