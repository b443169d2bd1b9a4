package billpay.serverview.raw;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import billpay.cookies.SentCookie;
import billpay.cookies.SetCookie;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.Field;
import billpay.serverview.exchange.Header;
import billpay.serverview.exchange.RecordedForm;
import billpay.serverview.exchange.RecordedRequest;
import billpay.serverview.exchange.RecordedResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A request and its response as text, and the command that sends the request again.
 */
class RawExchangeTests {

	private static final Path SHELL = Path.of("/bin/sh");

	private static final Header HOST = new Header("Host", "localhost:8080");

	private static final List<SentCookie> COOKIES = List.of(
			new SentCookie("BILLPAY_SESSION", "#1a2b3c4d", SentCookie.Kind.TEMPORARY),
			new SentCookie("BILLPAY_LANGUAGE", "en", SentCookie.Kind.LONG_LIVED),
			new SentCookie("other", null, SentCookie.Kind.OTHER));

	@TempDir
	private Path folder;

	private static Exchange exchange(String method, String target, List<String> fields, List<SentCookie> cookies,
			Header... headers) {
		RecordedRequest request = new RecordedRequest(method, target, "HTTP/1.1", null, cookies, 0,
				new RecordedForm("lookup", fields.stream().map((name) -> new Field(name, null)).toList(), 0), true,
				List.of(headers), false);
		RecordedResponse response = new RecordedResponse(303, "/bill",
				List.of(new SetCookie("BILLPAY_SESSION", "#5e6f7a8b", List.of("Path=/", "HttpOnly"), false)),
				"Your bill", null, List.of(new Header("Location", "/bill"), new Header("Cache-Control", "no-store")));
		return new Exchange(0, Instant.EPOCH, request, null, null, List.of(), List.of(), response, null);
	}

	private static RawExchange get(String target, Header... headers) {
		return RawExchange.of(exchange("GET", target, List.of(), List.of(), headers), false);
	}

	@Test
	void theRequestIsThereAsItCameWithFingerprintsForSecrets() {
		RawExchange raw = RawExchange.of(exchange("POST", "/lookup", List.of("_csrf", "phoneNumber"), COOKIES, HOST,
				new Header("Referer", "/lookup"), new Header("X-Key", "…")), false);
		assertThat(raw.request()).isEqualTo("""
				POST /lookup HTTP/1.1
				Host: localhost:8080
				Referer: http://localhost:8080/lookup
				X-Key: …
				Cookie: BILLPAY_SESSION=#1a2b3c4d; BILLPAY_LANGUAGE=en; other=…

				_csrf=…&phoneNumber=…""");
	}

	@Test
	void cookiesAndFieldsThatAreNotRecordedAreCounted() {
		Exchange exchange = exchange("POST", "/lookup", List.of("_csrf"), COOKIES, HOST);
		RecordedRequest request = exchange.request();
		RawExchange raw = RawExchange.of(
				new Exchange(0, Instant.EPOCH,
						new RecordedRequest(request.method(), request.target(), request.protocol(), null,
								request.cookies(), 3, new RecordedForm("lookup", request.form().fields(), 2), true,
								request.headers(), false),
						null, null, List.of(), List.of(), exchange.response(), null),
				false);
		assertThat(raw.request()).contains("; other=…; … (3 more cookies)\n").endsWith("_csrf=…&… (2 more fields)");
		assertThat(raw.curl()).contains("; other=<your other>; <3 more cookies>'",
				"--data-urlencode '_csrf=<your _csrf>'", "--data-urlencode '<2 more fields>'");
	}

	@Test
	void equalsSignInAFieldNameIsNoValue() {
		RawExchange raw = RawExchange.of(exchange("POST", "/lookup", List.of("a=b"), List.of(), HOST), false);
		assertThat(raw.request()).endsWith("a=b=…");
	}

	@Test
	void theResponseIsThereWithItsCookiesAndThePage() {
		RawExchange raw = get("/lookup", HOST);
		assertThat(raw.response()).isEqualTo("""
				HTTP/1.1 303 See Other
				Location: /bill
				Cache-Control: no-store
				Set-Cookie: BILLPAY_SESSION=#5e6f7a8b; Path=/; HttpOnly""");
		assertThat(raw.title()).isEqualTo("Your bill");
	}

	@Test
	void theCommandMarksWhatIsNotRecorded() {
		RawExchange raw = RawExchange.of(
				exchange("POST", "/lookup", List.of("_csrf", "phoneNumber"), COOKIES, HOST,
						new Header("Accept", "text/html"), new Header("X-Key", "…"), new Header("Referer", "/lookup")),
				false);
		assertThat(raw.curl()).isEqualTo("""
				curl -i --globoff 'http://localhost:8080/lookup' \\
				  -H 'Accept: text/html' \\
				  -H 'X-Key: <your X-Key>' \\
				  -H 'Referer: http://localhost:8080/lookup' \\
				  -H 'Cookie: BILLPAY_SESSION=<your BILLPAY_SESSION>; BILLPAY_LANGUAGE=en; other=<your other>' \\
				  --data-urlencode '_csrf=<your _csrf>' \\
				  --data-urlencode 'phoneNumber=<your phoneNumber>'""");
		assertThat(get("/cart?_csrf=…&page=2", HOST).curl())
			.isEqualTo("curl -i --globoff 'http://localhost:8080/cart?_csrf=<left out>&page=2'");
	}

	@Test
	void theCommandLeavesOutWhatBelongsToTheConnectionAndToProxies() {
		assertThat(get("/", HOST, new Header("Connection", "keep-alive"), new Header("Content-Length", "12"),
				new Header("TE", "trailers"), new Header("transfer-encoding", "chunked"), new Header("Via", "1.1 a"),
				new Header("X-Forwarded-For", "10.0.0.1"), new Header("Accept-Encoding", "gzip"), new Header("…", "1"),
				new Header("Pragma", ""))
			.curl()).isEqualTo("curl -i --globoff 'http://localhost:8080/' \\\n  -H 'Pragma;'");
	}

	@Test
	void theCommandKnowsTheMethodTheSchemeAndThatAHostIsMissing() {
		assertThat(RawExchange.of(exchange("HEAD", "/", List.of(), List.of(), HOST), true).curl())
			.isEqualTo("curl -i --globoff --head 'https://localhost:8080/'");
		assertThat(RawExchange.of(exchange("POST", "/logout", List.of(), List.of()), false).curl())
			.isEqualTo("curl -i --globoff -X 'POST' 'http://<host>/logout'");
		assertThat(get("@elsewhere.example/", HOST).curl()).contains("'http://localhost:8080/@elsewhere.example/'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'", "''", "a'b", "'; touch pwned; '", "$(touch pwned)", "`touch pwned`", "\\", "\\'",
			"'\\", "!!", "\"", "*", "~", "a b", "& touch pwned &", "| touch pwned", "> pwned", "#", "'\\''", "{a,b}",
			"[1-9]", "帳", "%27;touch%20pwned" })
	void nothingThatWasRecordedLeavesItsQuotes(String text) throws Exception {
		Exchange exchange = exchange("G" + text, "/" + text, List.of(text),
				List.of(new SentCookie(text, text, SentCookie.Kind.LONG_LIVED)), new Header("Host", "host" + text),
				new Header("X-Text", text), new Header("X'Y", text), new Header("Referer", "/" + text));
		String yours = "<your " + text + ">";
		String cookie = text.startsWith("#") ? yours : text;
		assertThat(argumentsOf(RawExchange.of(exchange, false).curl())).containsExactly("-i", "--globoff", "-X",
				"G" + text, "http://host" + text + "/" + text, "-H", "X-Text: " + text, "-H", "X'Y: " + text, "-H",
				"Referer: http://host" + text + "/" + text, "-H", "Cookie: " + text + "=" + cookie, "--data-urlencode",
				text + "=" + yours);
		assertThat(this.folder.resolve("pwned")).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r", "\u001b[201~", "\u0000", "\u0003", "\u007f", "\u009b", "\u202e", "\u2028" })
	void controlCharactersAreNotInTheCommand(String text) {
		Exchange exchange = exchange("GET", "/" + text + "x", List.of(text),
				List.of(new SentCookie(text, text, SentCookie.Kind.LONG_LIVED)), HOST, new Header("X-Text", text));
		assertThat(RawExchange.of(exchange, false).curl().replace(" \\\n  ", " "))
			.doesNotContainPattern("[\\p{C}\\p{Zl}]");
	}

	/**
	 * What a shell makes of a command.
	 * @param command the command
	 * @return the arguments that {@code curl} would get
	 */
	private List<String> argumentsOf(String command) throws IOException, InterruptedException {
		assumeThat(SHELL).exists();
		Path script = this.folder.resolve("script");
		Files.writeString(script, "curl() { printf '%s\\n' \"$@\"; }\n" + command + "\n");
		Process shell = new ProcessBuilder(SHELL.toString(), script.toString()).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.start();
		String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(shell.waitFor()).as(output).isZero();
		return Arrays.asList(output.split("\n"));
	}

}
