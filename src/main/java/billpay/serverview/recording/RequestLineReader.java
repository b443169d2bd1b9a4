package billpay.serverview.recording;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;

import billpay.web.format.SensitiveDataRedactor;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What is noted of a request's first line, its {@code Referer} and its form.
 */
public final class RequestLineReader {

	private static final int MOST_LETTERS = 80;

	private static final List<String> SCHEMES = List.of("http://", "https://");

	private static final int MOST_FIELDS = 10;

	private static final int LONGEST_FIELD = 30;

	private RequestLineReader() {
	}

	/**
	 * Notes a request, the one that failed when it is an error page that is made.
	 * @param request the request
	 * @return its notes
	 */
	public static Exchange.RequestLine of(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String path = (failed instanceof String uri) ? uri : request.getRequestURI();
		String query = (failed != null) ? (String) request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING)
				: request.getQueryString();
		String target = SensitiveDataRedactor.redactTarget(path, query, MOST_LETTERS);
		String method = methodOf(request);
		boolean form = HttpMethod.POST.matches(method);
		return new Exchange.RequestLine(SensitiveDataRedactor.redact(method, LONGEST_FIELD), target,
				request.getProtocol(), refererOf(request), (form) ? fieldsOf(request) : List.of(),
				(form) ? formOf(request) : null,
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
	public static String target(String location) {
		return pathOf(location, 0);
	}

	private static @Nullable String refererOf(HttpServletRequest request) {
		String referer = request.getHeader(HttpHeaders.REFERER);
		if (referer == null) {
			return null;
		}
		int path = startOfPath(referer, Objects.requireNonNullElse(request.getHeader(HttpHeaders.HOST), ""));
		try {
			return (path < 0) ? urlOf(new URI(referer)) : pathOf(referer, path);
		}
		catch (URISyntaxException ex) {
			return SensitiveDataRedactor.OMITTED;
		}
	}

	/**
	 * Finds where the path begins, in an address of our own site.
	 * @param address a path or a whole address
	 * @param host what the client calls us
	 * @return the place, below zero in an address of another site
	 */
	private static int startOfPath(String address, String host) {
		if (address.startsWith("/")) {
			return 0;
		}
		for (String scheme : SCHEMES) {
			int path = scheme.length() + host.length();
			if (address.startsWith(scheme) && address.startsWith("/", path)
					&& address.regionMatches(true, scheme.length(), host, 0, host.length())) {
				return path;
			}
		}
		return -1;
	}

	private static String pathOf(String address, int start) {
		int fragment = address.indexOf('#', start);
		String target = address.substring(start, (fragment < 0) ? address.length() : fragment);
		int query = target.indexOf('?');
		return (query < 0) ? SensitiveDataRedactor.redactTarget(target, null, MOST_LETTERS) : SensitiveDataRedactor
			.redactTarget(target.substring(0, query), target.substring(query + 1), MOST_LETTERS);
	}

	private static String urlOf(URI page) {
		String authority = page.getRawAuthority();
		if (authority == null || !SCHEMES.contains(page.getScheme() + "://")) {
			return SensitiveDataRedactor.OMITTED;
		}
		// Without what stands before an @: it may be a name and a password.
		String site = page.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1);
		return SensitiveDataRedactor.redact(site, MOST_LETTERS)
				+ SensitiveDataRedactor.redactTarget(page.getRawPath(), page.getRawQuery(), MOST_LETTERS);
	}

	private static List<String> fieldsOf(HttpServletRequest request) {
		return request.getParameterMap()
			.keySet()
			.stream()
			.limit(MOST_FIELDS)
			.map((name) -> SensitiveDataRedactor.redact(name, LONGEST_FIELD))
			.toList();
	}

	private static String formOf(HttpServletRequest request) {
		// By the address it goes to, whichever line or payment that is for.
		String name = urlOf(request).replaceAll("^/|[{}]", "").replace('/', '.');
		return SensitiveDataRedactor.redact(name, MOST_LETTERS);
	}

	private static String urlOf(HttpServletRequest request) {
		if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
			return failed.substring(Math.min(request.getContextPath().length(), failed.length()));
		}
		return (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern)
				? pattern : request.getServletPath();
	}

}
