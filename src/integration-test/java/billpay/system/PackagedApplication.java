package billpay.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import billpay.support.HttpBrowser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The packaged application as a process of its own, on a port that nobody else has, with
 * its ledger and its log in a folder that outlives it. It can be stopped, killed and
 * started again on the same ledger. It is extracted from its jar and starts with an
 * archive of its classes.
 */
final class PackagedApplication implements AutoCloseable {

	private static final Path JAR = Path.of("target", "billpay.jar").toAbsolutePath();

	private static final Path EXTRACTED = Path.of("target", "extracted").toAbsolutePath();

	private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+) .* context path '(/|/.+)'");

	private static final Pattern TOTAL = Pattern.compile("^Total +\\d+ +(\\d+)", Pattern.MULTILINE);

	private static final Pattern LOADED = Pattern.compile("\\[class,load *\\] (\\S+) source:");

	private final Path folder;

	private final List<String> command = new ArrayList<>();

	private Process process;

	private Path log;

	private int checks;

	private int starts;

	private int heapDumps;

	private int port;

	private String contextPath = "";

	/**
	 * Creates an application that does not run yet.
	 * @param folder where its ledger and its logs go
	 * @param jvmArguments further arguments of the JVM
	 */
	PackagedApplication(Path folder, String... jvmArguments) {
		this(folder, EXTRACTED.resolve("billpay.jar"), jvmArguments);
		this.command.add(1, "-XX:SharedArchiveFile=" + EXTRACTED.resolve("billpay.jsa"));
	}

	private PackagedApplication(Path folder, Path jar, String... jvmArguments) {
		assertThat(jar).as("what mvn package makes").exists();
		this.folder = folder;
		this.command.add(JAVA.toString());
		this.command.addAll(List.of(jvmArguments));
		this.command.addAll(
				List.of("-jar", jar.toString(), "--server.port=0", "--billpay.instructor.password=of-the-instructor",
						"--billpay.ledger=" + this.folder.resolve("ledger")));
	}

	/**
	 * Creates an application as {@code java -jar target/billpay.jar} starts it.
	 * @param folder where its ledger and its logs go
	 * @param jvmArguments further arguments of the JVM
	 * @return an application that does not run yet
	 */
	static PackagedApplication ofExecutableJar(Path folder, String... jvmArguments) {
		return new PackagedApplication(folder, JAR, jvmArguments);
	}

	private String url(String options) {
		return "jdbc:h2:file:" + this.folder.resolve("ledger") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE" + options;
	}

	/**
	 * Starts the process and waits until it is healthy.
	 * @return this application
	 */
	PackagedApplication start() {
		this.log = this.folder.resolve("log-" + ++this.starts + ".txt");
		this.process = run(this.log);
		try {
			await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(this::hasPort);
			await().atMost(PATIENCE)
				.ignoreExceptionsInstanceOf(UncheckedIOException.class)
				.until(() -> newBrowser().get("/healthcheck").status() == 200);
			return this;
		}
		catch (RuntimeException | AssertionError ex) {
			kill();
			throw ex;
		}
	}

	/**
	 * Runs the packaged ledger check, for which the application must have ended.
	 * @return how it ended and what it said
	 */
	LedgerCheck checkLedger() {
		Path output = this.folder.resolve("check-" + ++this.checks + ".txt");
		try {
			Process check = run(output, "--check-ledger");
			assertThat(check.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("ended").isTrue();
			return new LedgerCheck(check.exitValue(), text(output));
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Process run(Path output, String... arguments) {
		List<String> command = new ArrayList<>(this.command);
		command.addAll(List.of(arguments));
		try {
			return new ProcessBuilder(command).directory(this.folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean hasPort() {
		assertThat(this.process.isAlive()).as(this::log).isTrue();
		Matcher matcher = PORT.matcher(log());
		if (matcher.find()) {
			this.port = Integer.parseInt(matcher.group(1));
			this.contextPath = matcher.group(2).replaceFirst("/$", "");
		}
		return this.port != 0;
	}

	/**
	 * Ends the process at once, as {@code kill -9} does.
	 */
	void kill() {
		this.process.destroyForcibly();
		awaitEnd();
	}

	/**
	 * Ends the process as {@code kill} does: it may finish what it is doing.
	 */
	void stop() {
		this.process.destroy();
		awaitEnd();
	}

	private void awaitEnd() {
		try {
			assertThat(this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("ended").isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.port = 0;
	}

	@Override
	public void close() {
		if (this.process != null) {
			kill();
		}
	}

	boolean isRunning() {
		return this.process.isAlive();
	}

	int port() {
		return this.port;
	}

	/**
	 * Where to find it; another one after each start.
	 * @return scheme, host, port and context path
	 */
	String address() {
		return "http://localhost:" + this.port + this.contextPath;
	}

	HttpBrowser newBrowser() {
		return new HttpBrowser(address());
	}

	/**
	 * What the process has written since its last start.
	 * @return its log
	 */
	String log() {
		return text(this.log);
	}

	/**
	 * The ledger's file as it is, every byte as one character.
	 * @return the bytes
	 */
	String ledgerBytes() {
		return text(this.folder.resolve("ledger.mv.db"));
	}

	/**
	 * Everything that the process holds in memory now, garbage left out.
	 * @return its heap
	 */
	HeapDump heapDump() {
		return HeapDump.of(this.process.pid(), this.folder.resolve("heap-" + ++this.heapDumps + ".hprof"));
	}

	/**
	 * How much memory its objects take, garbage left out.
	 * @return the bytes
	 */
	long liveBytes() {
		Matcher total = TOTAL.matcher(Jcmd.run(this.process.pid(), "GC.class_histogram"));
		assertThat(total.find()).as("the last line of the histogram").isTrue();
		return Long.parseLong(total.group(1));
	}

	/**
	 * The classes that the process has loaded, for which it needs the argument
	 * {@code -Xlog:class+load:file=classes.txt}.
	 * @return their names
	 */
	List<String> loadedClasses() {
		return LOADED.matcher(text(this.folder.resolve("classes.txt"))).results().map((line) -> line.group(1)).toList();
	}

	private static String text(Path file) {
		try {
			return Files.readString(file, StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Opens the ledger, which only one process can at a time.
	 * @return a connection, to be closed before the next start
	 * @throws SQLException when the application still has it
	 */
	Connection openLedger() throws SQLException {
		return DriverManager.getConnection(url(";IFEXISTS=TRUE"), "billpay", "");
	}

	/**
	 * What the ledger check has to say.
	 *
	 * @param exitCode 0 when the ledgers agree
	 * @param output what it printed
	 */
	record LedgerCheck(int exitCode, String output) {
	}

}
