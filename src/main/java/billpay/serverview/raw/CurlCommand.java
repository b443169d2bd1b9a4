package billpay.serverview.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import billpay.cookies.SentCookie;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.Header;
import billpay.serverview.exchange.RecordedForm;
import billpay.serverview.exchange.RecordedRequest;
import billpay.web.format.SensitiveDataRedactor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * The {@code curl} command that sends a recorded request again, for a POSIX shell. All
 * that was recorded stands between single quotes. What is not recorded is left for the
 * reader to fill in, in angle brackets.
 */
final class CurlCommand {

	/** The shell reads a command on in the next line. */
	private static final String NEXT_LINE = " \\\n  ";

	private static final String LEFT_OUT = "<left out>";

	private static final String REPLACED = "\uFFFD";

	/** A terminal would obey these, quoted or not. */
	private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

	/** The name of a header (RFC 9110, section 5.6.2). */
	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

	/**
	 * What belongs to one connection (RFC 9110, section 7.6.1), what a proxy has added,
	 * and what curl writes of its own: address, length and what it can unpack.
	 */
	private static final Set<String> NOT_SENT = Set.of("connection", "keep-alive", "proxy-connection",
			"proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade", "via", "x-forwarded-for",
			"x-forwarded-host", "x-forwarded-proto", "forwarded", "host", "content-length", "accept-encoding");

	private CurlCommand() {
	}

	static String of(Exchange exchange, String site, List<Header> headers) {
		RecordedRequest request = exchange.request();
		List<String> parts = new ArrayList<>();
		parts.add("curl -i --globoff" + method(request) + " " + quoted(site + target(request)));
		headers.stream()
			.filter((header) -> TOKEN.matcher(header.name()).matches())
			.filter((header) -> !NOT_SENT.contains(header.name().toLowerCase(Locale.ROOT)))
			.forEach((header) -> parts.add("-H " + quoted(line(header))));
		if (!request.cookies().isEmpty()) {
			Stream<String> pairs = request.cookies().stream().map((cookie) -> cookie.name() + "=" + value(cookie));
			parts.add("-H " + quoted(HttpHeaders.COOKIE + ": "
					+ withMore(pairs, request.moreCookies(), "cookies").collect(Collectors.joining("; "))));
		}
		RecordedForm form = request.form();
		if (form != null) {
			Stream<String> fields = form.fields()
				.stream()
				.map((field) -> (field.value() != null) ? field.text() : field.name() + "=" + yours(field.name()));
			withMore(fields, form.moreFields(), "fields")
				.forEach((field) -> parts.add("--data-urlencode " + quoted(field)));
		}
		return String.join(NEXT_LINE, parts);
	}

	private static Stream<String> withMore(Stream<String> shown, int more, String what) {
		return (more > 0) ? Stream.concat(shown, Stream.of("<" + more + " more " + what + ">")) : shown;
	}

	private static String method(RecordedRequest request) {
		String method = request.method();
		if (HttpMethod.HEAD.matches(method)) {
			return " --head";
		}
		boolean implied = method.equals((hasData(request)) ? HttpMethod.POST.name() : HttpMethod.GET.name());
		return (implied) ? "" : " -X " + quoted(method);
	}

	private static boolean hasData(RecordedRequest request) {
		return request.form() != null && !request.form().fields().isEmpty();
	}

	private static String target(RecordedRequest request) {
		String target = request.target().replace(SensitiveDataRedactor.OMITTED, LEFT_OUT).replace(REPLACED, LEFT_OUT);
		return (target.startsWith("/")) ? target : "/" + target;
	}

	private static String line(Header header) {
		String name = header.name();
		if (header.value().isEmpty()) {
			// With a colon and no value curl takes the header away.
			return name + ";";
		}
		return name + ": " + ((isWhole(header.value())) ? header.value() : yours(name));
	}

	private static String value(SentCookie cookie) {
		String value = cookie.value();
		return (isWhole(value) && !value.startsWith("#")) ? value : yours(cookie.name());
	}

	private static boolean isWhole(@Nullable String value) {
		return value != null && !value.contains(SensitiveDataRedactor.OMITTED) && !value.contains(REPLACED);
	}

	private static String yours(String name) {
		return "<your " + name + ">";
	}

	private static String quoted(String text) {
		return "'" + INVISIBLE.matcher(text).replaceAll(REPLACED).replace("'", "'\\''") + "'";
	}

}
