package billpay.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import billpay.support.HttpBrowser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The nginx of this machine with the configuration in {@code src/cluster}, before two
 * nodes.
 */
final class Balancer implements AutoCloseable {

	private static final Path SCRIPT = Path.of("src", "cluster", "balancer").toAbsolutePath();

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Pattern ANSWER = Pattern.compile(" (\\S+) (/fb\\S*) (\\d{3}) from \"([^\"]*)\" in ");

	private final Process process;

	private final Path folder;

	private final Path log;

	private final int port;

	/**
	 * Starts the balancer and waits until it is there.
	 * @param folder for its files and its log, not there yet
	 * @param balancing {@code round-robin} or {@code sticky}
	 * @param node1 the port of a node on this machine
	 * @param node2 that of the other
	 */
	Balancer(Path folder, String balancing, int node1, int node2) {
		this.folder = folder;
		this.log = folder.resolve("log.txt");
		this.port = freePort();
		try {
			Files.createDirectory(folder);
			this.process = new ProcessBuilder(SCRIPT.toString(), folder.toString(), balancing, local(this.port),
					local(node1), local(node2))
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		await().atMost(PATIENCE).ignoreExceptionsInstanceOf(UncheckedIOException.class).until(() -> {
			assertThat(this.process.isAlive()).as(this::log).isTrue();
			return new HttpBrowser(address().replace("/fb", "")).get("/").status() == 302;
		});
	}

	private static String local(int port) {
		return "127.0.0.1:" + port;
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where customers find the shop.
	 * @return scheme, host, port and context path
	 */
	String address() {
		return "http://localhost:" + this.port + "/fb";
	}

	HttpBrowser newBrowser() {
		return new HttpBrowser(address());
	}

	/**
	 * Waits until the balancer has been told that a node is not ready.
	 * @param node {@code node1} or {@code node2}
	 */
	void awaitOut(String node) {
		await().atMost(PATIENCE).until(() -> Files.exists(this.folder.resolve("out").resolve(node)));
	}

	/**
	 * Waits until the balancer has been told that a node is ready.
	 * @param node {@code node1} or {@code node2}
	 */
	void awaitIn(String node) {
		await().atMost(PATIENCE).until(() -> Files.notExists(this.folder.resolve("out").resolve(node)));
	}

	String log() {
		try {
			return Files.readString(this.log, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Every request for the shop that has been answered.
	 * @return what came of each, in order
	 */
	List<Answer> answers() {
		return ANSWER.matcher(log()).results().map(Answer::of).toList();
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			assertThat(this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("ended").isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * A line of the balancer's log.
	 *
	 * @param method how it was asked
	 * @param path what for
	 * @param status what the customer got
	 * @param nodes who was asked, the last of them has answered
	 */
	record Answer(String method, String path, int status, String nodes) {

		private static Answer of(MatchResult line) {
			return new Answer(line.group(1), line.group(2), Integer.parseInt(line.group(3)), line.group(4));
		}

		boolean isFrom(int port) {
			return this.nodes.endsWith(":" + port);
		}

	}

}
