package billpay.serverview.recording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import billpay.serverview.exchange.Header;
import billpay.web.format.SensitiveDataRedactor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * Reads the headers of a request and of its response, without secrets. Cookies are read
 * apart from them. Of a request only what browsers and proxies send by themselves keeps
 * its value: a header of somebody's own may be a password.
 */
final class HeaderReader {

	private static final int MAX_HEADERS = 24;

	private static final int MAX_NAME_LENGTH = 40;

	private static final int MAX_REQUEST_VALUE_LENGTH = 160;

	/** The content security policy is the longest. */
	private static final int MAX_RESPONSE_VALUE_LENGTH = 400;

	private static final String FETCH_METADATA = "sec-";

	private static final Set<String> SHOWN = Set.of("accept", "accept-encoding", "accept-language", "cache-control",
			"connection", "content-length", "content-type", "dnt", "host", "if-modified-since", "if-none-match",
			"origin", "pragma", "priority", "te", "upgrade-insecure-requests", "user-agent", "via", "x-forwarded-for",
			"x-forwarded-proto");

	private HeaderReader() {
	}

	static List<Header> of(HttpServletRequest request, @Nullable String referer) {
		List<String> names = Collections.list(request.getHeaderNames());
		names.removeIf(HttpHeaders.COOKIE::equalsIgnoreCase);
		List<Header> headers = new ArrayList<>();
		for (String name : names.subList(0, Math.min(names.size(), MAX_HEADERS))) {
			String known = name.toLowerCase(Locale.ROOT);
			// One of the names is as long as a token.
			headers.add(new Header(SHOWN.contains(known) ? name : SensitiveDataRedactor.redact(name, MAX_NAME_LENGTH),
					valueOf(known, String.join(", ", Collections.list(request.getHeaders(name))), referer)));
		}
		if (names.size() > MAX_HEADERS) {
			headers.add(new Header(SensitiveDataRedactor.OMITTED, more(names.size() - MAX_HEADERS, "headers")));
		}
		return headers;
	}

	private static String valueOf(String name, String value, @Nullable String referer) {
		if (name.equals("referer") && referer != null) {
			return referer;
		}
		return (SHOWN.contains(name) || name.startsWith(FETCH_METADATA))
				? cut(SensitiveDataRedactor.redact(value, Integer.MAX_VALUE)) : SensitiveDataRedactor.OMITTED;
	}

	private static String cut(String value) {
		int more = value.length() - MAX_REQUEST_VALUE_LENGTH;
		return (more <= 0) ? value : value.substring(0, MAX_REQUEST_VALUE_LENGTH) + SensitiveDataRedactor.OMITTED + " "
				+ more(more, "characters");
	}

	private static String more(int number, String what) {
		return "(" + number + " more " + what + ")";
	}

	static List<Header> of(HttpServletResponse response, @Nullable String location) {
		Collection<String> names = response.getHeaderNames();
		List<Header> headers = new ArrayList<>(names.size());
		for (String name : names) {
			if (HttpHeaders.LOCATION.equalsIgnoreCase(name) && location != null) {
				headers.add(new Header(name, location));
			}
			else if (!HttpHeaders.SET_COOKIE.equalsIgnoreCase(name) && headers.size() < MAX_HEADERS) {
				headers.add(new Header(name, SensitiveDataRedactor
					.redactOwn(String.join(", ", response.getHeaders(name)), MAX_RESPONSE_VALUE_LENGTH)));
			}
		}
		return headers;
	}

	// Where a response sends the browser, null when nowhere.
	static @Nullable String locationOf(HttpServletResponse response) {
		String location = (HttpStatusCode.valueOf(response.getStatus()).is3xxRedirection())
				? response.getHeader(HttpHeaders.LOCATION) : null;
		return (location != null) ? RequestReader.target(location) : null;
	}

}
