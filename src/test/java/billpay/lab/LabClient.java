package billpay.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import billpay.lab.measurement.Measurements.RecordedExchange;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/**
 * A browser that does only what a technique of the lab needs: it keeps cookies for a
 * path, sends the form of the second request as it stands on the page, and does what
 * {@code lab.js} does. What it sends and gets is kept byte for byte.
 */
final class LabClient {

	/**
	 * A browser ignores a longer cookie (RFC 6265bis, section 5.6); measured in
	 * LabBrowserTests.
	 */
	private static final int MAX_COOKIE = 4096;

	private static final Pattern COOKIE = Pattern.compile("Set-Cookie: ((LAB_\\w+)=([^;]*))");

	private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"card-form\".*?</form>", Pattern.DOTALL);

	private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">");

	private static final Pattern ANSWER = Pattern.compile("<p id=\"answer\"[^>]*>(.*?)</p>");

	private final String technique;

	private final Map<String, String> cookies = new LinkedHashMap<>();

	private int port;

	private String form = "";

	private @Nullable String kept;

	private String request = "";

	private String response = "";

	LabClient(int port, String technique) {
		this.port = port;
		this.technique = technique;
	}

	/** Sends the following requests to another server. */
	void moveTo(int otherPort) {
		this.port = otherPort;
	}

	void open() {
		send("GET", "/lab/" + this.technique, Map.of(), null);
		readForm();
	}

	void sendNumber(String number, int lines) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("phoneNumber", number);
		if (lines > 1) {
			fields.put("lines", Integer.toString(lines));
		}
		send("POST", "/lab/" + this.technique + "/number", fields, null);
		readForm();
	}

	void change(String attempt) {
		send("POST", "/lab/" + this.technique + "/change", Map.of("attempt", attempt, "text", ""), null);
		readForm();
	}

	/** Sends the form of the second request, with what a script puts into it. */
	void sendCard() {
		sendCard(true);
	}

	void sendCard(boolean script) {
		Map<String, String> fields = new LinkedHashMap<>();
		Matcher hidden = HIDDEN.matcher(this.form);
		while (hidden.find()) {
			fields.put(hidden.group(1), HtmlUtils.htmlUnescape(hidden.group(2)));
		}
		if (script && this.kept != null && this.form.contains("data-storage")) {
			fields.put("order", this.kept);
		}
		fields.put("card", "lab-visa");
		send("POST", action(), fields, (script && this.form.contains("data-bearer")) ? this.kept : null);
	}

	/** The text that the browser carries to the second request, if any. */
	@Nullable String state() {
		if (!this.cookies.isEmpty()) {
			return this.cookies.values().iterator().next();
		}
		if (this.kept != null) {
			return this.kept;
		}
		Matcher hidden = HIDDEN.matcher(this.form);
		if (hidden.find()) {
			return HtmlUtils.htmlUnescape(hidden.group(2));
		}
		return (action().contains("?")) ? action().substring(action().indexOf('=') + 1) : null;
	}

	/** Who brings the state to the second request. */
	String carrier() {
		if (this.form.contains("data-")) {
			return "script";
		}
		return (this.cookies.isEmpty()) ? "form" : "browser";
	}

	/** Whether a script keeps the state for one tab alone. */
	boolean isKeptByTab() {
		return this.form.contains("data-storage=\"sessionStorage\"");
	}

	/** What the server says in the end. */
	String answer() {
		Matcher answer = ANSWER.matcher(this.response);
		return (answer.find()) ? HtmlUtils.htmlUnescape(answer.group(1).replaceAll("</?span>", "")) : "";
	}

	boolean isCharged() {
		return this.response.contains("class=\"answer remembered\"");
	}

	int status() {
		return Integer.parseInt(this.response.split(" ", 3)[1]);
	}

	String request() {
		return this.request;
	}

	/** What was sent last, and of what came what a reader wants to see. */
	RecordedExchange recorded(String name, List<String> carried) {
		String[] parts = this.response.split("\r\n\r\n", 2);
		String head = parts[0].lines()
			.filter((line) -> line.matches("(HTTP/|Set-Cookie: LAB_|Content-Type:).*"))
			.collect(Collectors.joining("\n"));
		StringBuilder page = new StringBuilder();
		Matcher answer = ANSWER.matcher(parts[1]);
		if (answer.find()) {
			page.append(answer.group()).append('\n');
		}
		Matcher next = FORM.matcher(parts[1]);
		if (next.find()) {
			next.group()
				.lines()
				.map(String::strip)
				.filter((line) -> line.matches("<form.*|<input type=\"hidden\".*"))
				.forEach((line) -> page.append(line).append('\n'));
		}
		return new RecordedExchange(name, this.request.replace("\r", ""), head + "\n\n" + page.toString().strip(),
				carried);
	}

	private String action() {
		Matcher action = Pattern.compile("action=\"([^\"]*)\"").matcher(this.form);
		return (action.find()) ? HtmlUtils.htmlUnescape(action.group(1)) : "/lab/" + this.technique + "/card";
	}

	private void readForm() {
		Matcher form = FORM.matcher(this.response);
		this.form = (form.find()) ? form.group() : "";
		Matcher state = Pattern.compile("data-state=\"([^\"]*)\"").matcher(this.form);
		if (state.find()) {
			this.kept = HtmlUtils.htmlUnescape(state.group(1));
		}
	}

	private void send(String method, String path, Map<String, String> fields, @Nullable String token) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
		if (!this.cookies.isEmpty()) {
			head.append("Cookie: ")
				.append(this.cookies.entrySet()
					.stream()
					.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
					.collect(Collectors.joining("; ")))
				.append("\r\n");
		}
		if (token != null) {
			head.append("Authorization: Bearer ").append(token).append("\r\n");
		}
		if (!body.isEmpty()) {
			head.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ")
				.append(body.length())
				.append("\r\n");
		}
		this.request = head + "Connection: close\r\n\r\n" + body;
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.getOutputStream().write(this.request.getBytes(StandardCharsets.ISO_8859_1));
			this.response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Matcher cookie = COOKIE.matcher(this.response.substring(0, this.response.indexOf("\r\n\r\n")));
		while (cookie.find()) {
			if (cookie.group(1).length() - 1 <= MAX_COOKIE) {
				this.cookies.put(cookie.group(2), cookie.group(3));
			}
		}
	}

}
