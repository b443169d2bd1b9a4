package billpay.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;

import redis.embedded.RedisServer;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A real Redis on a port nobody else has. Tests share one, which starts for the first
 * that asks and ends with the JVM. A test that ill-treats its server starts one of its
 * own.
 */
public final class Redis implements AutoCloseable {

	private final Path folder;

	private final int port;

	private RedisServer server;

	private String pid;

	private Redis(Path folder) throws IOException {
		this.folder = folder;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.port = socket.getLocalPort();
		}
		begin();
	}

	/**
	 * The one that tests share.
	 * @return the server, running
	 */
	public static Redis shared() {
		return Shared.SERVER;
	}

	/**
	 * Starts a server that is the caller's alone and keeps what it has when it is
	 * stopped.
	 * @return the server, running
	 */
	public static Redis start() {
		try {
			return new Redis(Files.createTempDirectory("billpay-redis-"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts it again after {@link #stop()}, on the same port and with what it had.
	 */
	public void begin() {
		try {
			this.server = RedisServer.newRedisServer()
				.port(this.port)
				.bind("127.0.0.1")
				.setting("dir " + this.folder)
				.setting("save \"\"")
				.setting("appendonly yes")
				.build();
			this.server.start();
			this.pid = pid();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String pid() throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
				Scanner told = new Scanner(socket.getInputStream(), StandardCharsets.UTF_8)) {
			socket.getOutputStream().write("INFO server\r\n".getBytes(StandardCharsets.UTF_8));
			told.findWithinHorizon("process_id:(\\d+)", 0);
			return told.match().group(1);
		}
	}

	public void stop() {
		try {
			this.server.stop();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Freezes the server: connections stay open, the port still takes new ones, and
	 * nothing is ever said on them.
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
			int exit = new ProcessBuilder("kill", "-" + name, this.pid).inheritIO().start().waitFor();
			if (exit != 0) {
				throw new IllegalStateException("kill -" + name + " ended with " + exit);
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

	public int port() {
		return this.port;
	}

	/**
	 * Where a node finds it.
	 * @return the value of {@code spring.data.redis.url}
	 */
	public String url() {
		return "redis://localhost:" + this.port;
	}

	@Override
	public void close() {
		stop();
		try {
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Tells a test's shop where the shared one is, and to wait longer for it than a
	 * customer would: a machine that is busy with tests is not an outage.
	 */
	static final class Address implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestPropertyValues
				.of("spring.data.redis.url=" + shared().url(), "spring.data.redis.timeout=20s",
						"spring.data.redis.connect-timeout=20s")
				.applyTo(context);
		}

	}

	private static final class Shared {

		private static final Redis SERVER = start();

		static {
			Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
		}

	}

}
