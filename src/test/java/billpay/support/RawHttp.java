package billpay.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A client that sends what no browser and no HTTP library would: bytes over a socket.
 */
public final class RawHttp {

	private static final int TIMEOUT_MILLIS = 30_000;

	private final int port;

	public RawHttp(int port) {
		this.port = port;
	}

	/**
	 * Sends a request of its own kind of head.
	 * @param lines the request line and the headers, without line ends
	 * @return what came
	 */
	public Page send(String... lines) {
		return sendBytes((String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n"));
	}

	/**
	 * Sends a {@code GET} as an ordinary client would, whatever the path looks like.
	 * @param path the request target
	 * @param headers further headers
	 * @return what came
	 */
	public Page get(String path, String... headers) {
		List<String> lines = new ArrayList<>(List.of("GET " + path + " HTTP/1.1", "Host: localhost:" + this.port));
		lines.addAll(List.of(headers));
		return send(lines.toArray(String[]::new));
	}

	/**
	 * Sends bytes and reads until the server closes the connection.
	 * @param request the bytes, one for each character
	 * @return what came
	 */
	public Page sendBytes(String request) {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.shutdownOutput();
			return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Page parse(String answer) {
		int end = answer.indexOf("\r\n\r\n");
		if (!answer.startsWith("HTTP/1.1 ") || end < 0) {
			throw new AssertionError("No HTTP answer: " + answer);
		}
		String[] lines = answer.substring(0, end).split("\r\n");
		Map<String, List<String>> headers = new LinkedHashMap<>();
		for (int i = 1; i < lines.length; i++) {
			String[] header = lines[i].split(":\\s*", 2);
			headers.computeIfAbsent(header[0].toLowerCase(Locale.ROOT), (name) -> new ArrayList<>()).add(header[1]);
		}
		String body = answer.substring(end + 4);
		if (headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) {
			body = unchunk(body);
		}
		return new Page(Integer.parseInt(lines[0].split(" ")[1]), headers,
				new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
	}

	private static String unchunk(String chunked) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		int at = 0;
		while (at < chunked.length()) {
			int lineEnd = chunked.indexOf("\r\n", at);
			int size = Integer.parseInt(chunked.substring(at, lineEnd), 16);
			body.writeBytes(chunked.substring(lineEnd + 2, lineEnd + 2 + size).getBytes(StandardCharsets.ISO_8859_1));
			at = (size > 0) ? lineEnd + 2 + size + 2 : chunked.length();
		}
		return body.toString(StandardCharsets.ISO_8859_1);
	}

}
