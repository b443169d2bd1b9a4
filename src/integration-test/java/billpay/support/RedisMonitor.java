package billpay.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What {@linkplain Redis} is asked, as its own {@code MONITOR} tells it. What a script
 * does inside is no question of its own, nor is the beat of whoever watches whether Redis
 * is there.
 */
public final class RedisMonitor implements AutoCloseable {

	private final Socket socket;

	private final BufferedReader told;

	private RedisMonitor(Socket socket) throws IOException {
		this.socket = socket;
		this.socket.setSoTimeout(5000);
		this.told = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
		say(socket, "MONITOR");
		this.told.readLine();
	}

	/**
	 * Begins to listen.
	 * @return the listener, to be closed
	 */
	public static RedisMonitor listen() {
		try {
			return new RedisMonitor(connect());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What was asked since it began to listen, or since the last call.
	 * @return the commands, in their order
	 */
	public List<String> commands() {
		String mark = UUID.randomUUID().toString();
		List<String> commands = new ArrayList<>();
		try (Socket other = connect()) {
			say(other, "ECHO " + mark);
			String line = this.told.readLine();
			while (!line.contains(mark)) {
				if (!line.contains(" lua] ") && !line.contains("\"PING\"")) {
					commands.add(line.substring(line.indexOf("] ") + 2));
				}
				line = this.told.readLine();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return commands;
	}

	private static Socket connect() throws IOException {
		return new Socket(InetAddress.getLoopbackAddress(), Redis.shared().port());
	}

	private static void say(Socket socket, String command) throws IOException {
		socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
