package billpay.serverview.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import billpay.cookies.SentCookie;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.Header;
import billpay.serverview.exchange.RecordedForm;
import billpay.serverview.exchange.RecordedRequest;
import billpay.serverview.exchange.RecordedResponse;
import billpay.web.format.SensitiveDataRedactor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * A request and its response as text, in the form that HTTP gives them. Secrets stand in
 * it as their fingerprints, and {@code …} for what is not recorded. Nothing in it is
 * translated.
 *
 * @param request request line, headers, and the names of a form's fields
 * @param response status line and headers
 * @param title the title of the page in the response, {@code null} when it is none
 * @param curl the command that sends the request again
 */
public record RawExchange(String request, String response, @Nullable String title, String curl) {

	/**
	 * Writes an exchange.
	 * @param exchange the request and its response
	 * @param secure whether it went over TLS
	 * @return both as text
	 */
	public static RawExchange of(Exchange exchange, boolean secure) {
		String site = ((secure) ? "https://" : "http://")
				+ Objects.requireNonNullElse(exchange.request().header(HttpHeaders.HOST), "<host>");
		List<Header> headers = exchange.request()
			.headers()
			.stream()
			.map((header) -> (isReferer(header)) ? new Header(header.name(), site + header.value()) : header)
			.toList();
		return new RawExchange(request(exchange, headers), response(exchange), exchange.response().title(),
				CurlCommand.of(exchange, site, headers));
	}

	// Of a page of this site it is recorded without the site.
	private static boolean isReferer(Header header) {
		return HttpHeaders.REFERER.equalsIgnoreCase(header.name()) && header.value().startsWith("/");
	}

	private static String request(Exchange exchange, List<Header> headers) {
		RecordedRequest request = exchange.request();
		List<String> lines = new ArrayList<>();
		lines.add(request.what() + " " + request.protocol());
		headers.stream().map(RawExchange::line).forEach(lines::add);
		if (!request.cookies().isEmpty()) {
			lines.add(HttpHeaders.COOKIE + ": "
					+ request.cookies().stream().map(RawExchange::pair).collect(Collectors.joining("; "))
					+ more("; ", request.moreCookies(), "cookies"));
		}
		RecordedForm form = request.form();
		if (form != null && !form.fields().isEmpty()) {
			lines.add("");
			lines.add(form.fields()
				.stream()
				.map((field) -> field.name() + "="
						+ Objects.requireNonNullElse(field.value(), SensitiveDataRedactor.OMITTED))
				.collect(Collectors.joining("&")) + more("&", form.moreFields(), "fields"));
		}
		return String.join("\n", lines);
	}

	private static String response(Exchange exchange) {
		RecordedResponse response = exchange.response();
		List<String> lines = new ArrayList<>();
		lines.add(exchange.request().protocol() + " " + response.statusLine());
		response.headers().stream().map(RawExchange::line).forEach(lines::add);
		response.setCookies().forEach((cookie) -> lines.add(HttpHeaders.SET_COOKIE + ": " + cookie.header()));
		return String.join("\n", lines);
	}

	private static String line(Header header) {
		return header.name() + ": " + header.value();
	}

	private static String more(String separator, int number, String what) {
		return (number > 0) ? separator + SensitiveDataRedactor.OMITTED + " (" + number + " more " + what + ")" : "";
	}

	private static String pair(SentCookie cookie) {
		return (cookie.value() != null) ? cookie.text() : cookie.name() + "=" + SensitiveDataRedactor.OMITTED;
	}

}
