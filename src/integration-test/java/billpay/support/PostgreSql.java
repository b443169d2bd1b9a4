package billpay.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A real PostgreSQL out of a jar, on a port nobody else has, with its data in a folder
 * that goes with it. Tests share one, which starts for the first that asks and ends with
 * the JVM. A test that ill-treats its server starts one of its own.
 */
public final class PostgreSql implements AutoCloseable {

	/** The only user there is at first; the server asks for no password. */
	public static final String USER = "postgres";

	private static final AtomicInteger databases = new AtomicInteger();

	private final Path folder;

	/** Whether it takes its data with it by itself, and so cannot start again. */
	private final boolean once;

	private EmbeddedPostgres server;

	private PostgreSql(boolean once) {
		this.once = once;
		try {
			this.folder = Files.createTempDirectory("billpay-postgresql-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server = start(0);
	}

	/**
	 * The one that tests share.
	 * @return the server, running
	 */
	public static PostgreSql shared() {
		return Shared.SERVER;
	}

	/**
	 * Starts a server that is the caller's alone.
	 * @return the server, running
	 */
	public static PostgreSql start() {
		return new PostgreSql(false);
	}

	private EmbeddedPostgres start(int port) {
		try {
			return EmbeddedPostgres.builder()
				.setPort(port)
				.setDataDirectory(this.folder)
				.setCleanDataDirectory(this.once)
				.setServerConfig("listen_addresses", "localhost")
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Makes a database of the caller's own.
	 * @return its JDBC address
	 */
	public String newDatabase() {
		String name = "billpay_" + databases.incrementAndGet();
		jdbc(USER).sql("create database " + name).update();
		return url(name);
	}

	/**
	 * The JDBC address of a database.
	 * @param database its name
	 * @return the address, without user and password
	 */
	public String url(String database) {
		return "jdbc:postgresql://localhost:" + port() + "/" + database;
	}

	/**
	 * A way into a database beside the shop's.
	 * @param database its name
	 * @return a client that connects anew for each statement
	 */
	public JdbcClient jdbc(String database) {
		return JdbcClient.create(new DriverManagerDataSource(url(database), USER, ""));
	}

	public int port() {
		return this.server.getPort();
	}

	public Path folder() {
		return this.folder;
	}

	/**
	 * Freezes every process of the server: connections stay open, the port still takes
	 * new ones, and nothing is ever said on them.
	 */
	public void freeze() {
		signal("STOP");
	}

	/**
	 * Lets the server go on where it was.
	 */
	public void thaw() {
		signal("CONT");
	}

	private void signal(String name) {
		try {
			List<String> command = new ArrayList<>(List.of("kill", "-" + name));
			processes().map((process) -> Long.toString(process.pid())).forEach(command::add);
			int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
			if (exit != 0) {
				throw new IllegalStateException(command + " ended with " + exit);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private Stream<ProcessHandle> processes() throws IOException {
		long first = Long.parseLong(Files.readAllLines(this.folder.resolve("postmaster.pid")).get(0).strip());
		ProcessHandle postmaster = ProcessHandle.of(first).orElseThrow();
		return Stream.concat(Stream.of(postmaster), postmaster.descendants());
	}

	/**
	 * Stops the server; its data stay.
	 */
	public void stop() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts a server again that was stopped, on the same port and data.
	 */
	public void startAgain() {
		this.server = start(port());
	}

	@Override
	public void close() {
		stop();
		deleteFolder();
	}

	private void deleteFolder() {
		try (Stream<Path> files = Files.walk(this.folder)) {
			files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class Shared {

		private static final PostgreSql SERVER = new PostgreSql(true);

	}

	/**
	 * Gives a test context a database of its own on the shared server, and more patience
	 * than a customer has: a machine that is busy with tests is not an outage.
	 */
	static class NewDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestPropertyValues
				.of("spring.datasource.url=" + shared().newDatabase(), "spring.datasource.username=" + USER,
						"spring.datasource.hikari.connection-timeout=10000",
						"spring.datasource.hikari.data-source-properties.socketTimeout=20",
						"spring.datasource.hikari.data-source-properties.options=-c statement_timeout=3000")
				.applyTo(context);
		}

	}

}
