package billpay.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * The tool of the JDK that sends commands to a running JVM.
 */
final class Jcmd {

	private static final Path PROGRAM = Path.of(System.getProperty("java.home"), "bin", "jcmd");

	private Jcmd() {
	}

	/**
	 * Runs a command.
	 * @param pid the JVM's process
	 * @param command such as {@code GC.class_histogram}
	 * @return what it has printed
	 */
	static String run(long pid, String command) {
		try {
			Process jcmd = new ProcessBuilder(PROGRAM.toString(), Long.toString(pid), command).redirectErrorStream(true)
				.start();
			return new String(jcmd.getInputStream().readAllBytes(), Charset.defaultCharset());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
