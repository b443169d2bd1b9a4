package billpay.serverview;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What is noted of a request's first line, its {@code Referer} and its form.
 */
final class RequestNotes {

	private static final int MOST_LETTERS = 80;

	/** Without what stands before an @: it may be a name and a password. */
	private static final Pattern PAGE = Pattern.compile("(?:(?<scheme>https?://)(?:[^/?#]*@)?(?<site>[^/?#@]+))?"
			+ "(?<path>/[^?#]*)?+(?:[?](?<query>[^#]*))?+(?:#.*)?+");

	private static final int MOST_FIELDS = 10;

	private static final int LONGEST_FIELD = 30;

	private RequestNotes() {
	}

	/**
	 * Notes a request, the one that failed when it is an error page that is made.
	 * @param request the request
	 * @return its notes
	 */
	static Exchange.RequestLine of(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String path = (failed instanceof String uri) ? uri : request.getRequestURI();
		String query = (failed != null) ? (String) request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING)
				: request.getQueryString();
		String target = Redaction.ofTarget(path, query, MOST_LETTERS);
		String method = methodOf(request);
		boolean form = HttpMethod.POST.matches(method);
		return new Exchange.RequestLine(Redaction.of(method, LONGEST_FIELD), target, request.getProtocol(),
				refererOf(request), (form) ? fieldsOf(request) : List.of(), (form) ? formOf(request) : null,
				path.startsWith("/") && target.equals((query != null) ? path + "?" + query : path));
	}

	private static String methodOf(HttpServletRequest request) {
		// The error page is asked for by GET, whatever has failed (Jakarta Servlet 6.1).
		return (request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String failed) ? failed
				: request.getMethod();
	}

	/**
	 * Where a redirect leads, as the request that follows it will be noted.
	 * @param location the value of {@code Location}
	 * @return path and query
	 */
	static String target(String location) {
		int query = location.indexOf('?');
		return (query < 0) ? Redaction.ofTarget(location, null, MOST_LETTERS)
				: Redaction.ofTarget(location.substring(0, query), location.substring(query + 1), MOST_LETTERS);
	}

	private static @Nullable String refererOf(HttpServletRequest request) {
		String referer = request.getHeader(HttpHeaders.REFERER);
		if (referer == null) {
			return null;
		}
		Matcher page = PAGE.matcher(referer);
		if (!page.matches()) {
			return Redaction.LEFT_OUT;
		}
		String site = page.group("site");
		boolean ours = site == null || site.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
		return ((ours) ? "" : Redaction.of(page.group("scheme") + site, MOST_LETTERS)) + Redaction
			.ofTarget(Objects.requireNonNullElse(page.group("path"), ""), page.group("query"), MOST_LETTERS);
	}

	private static List<String> fieldsOf(HttpServletRequest request) {
		return request.getParameterMap()
			.keySet()
			.stream()
			.limit(MOST_FIELDS)
			.map((name) -> Redaction.of(name, LONGEST_FIELD))
			.toList();
	}

	private static String formOf(HttpServletRequest request) {
		// By the address it goes to, whichever line or payment that is for.
		String name = addressOf(request).replaceAll("^/|[{}]", "").replace('/', '.');
		return Redaction.of(name, MOST_LETTERS);
	}

	private static String addressOf(HttpServletRequest request) {
		if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
			return failed.substring(Math.min(request.getContextPath().length(), failed.length()));
		}
		return (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern)
				? pattern : request.getServletPath();
	}

}
