package billpay.serverview.recording;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import billpay.cookies.CookieReader;
import billpay.cookies.SentCookie;
import billpay.serverview.exchange.Field;
import billpay.serverview.exchange.RecordedForm;
import billpay.serverview.exchange.RecordedRequest;
import billpay.web.format.SensitiveDataRedactor;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Reads a request, without secrets.
 */
public final class RequestReader {

	private static final int MAX_LENGTH = 80;

	private static final int MAX_FIELDS = 10;

	private static final int MAX_NAME_LENGTH = 30;

	private static final Set<String> WEB = Set.of("http", "https");

	/** The field with the cart's id and version, which are no secret. */
	private static final String CART = "cart";

	private static final Pattern CART_REVISION = Pattern
		.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.\\d{1,9}");

	private RequestReader() {
	}

	/**
	 * Reads a request, the one that failed when it is an error page that is rendered.
	 * @param request the request
	 * @param cookies reads its cookies
	 * @param otherBrowser whether it came from a browser that has taken the session over
	 * @return what may be shown of it
	 */
	static RecordedRequest read(HttpServletRequest request, CookieReader cookies, boolean otherBrowser) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String path = (failed instanceof String uri) ? uri : request.getRequestURI();
		String query = (failed != null) ? (String) request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING)
				: request.getQueryString();
		String target = SensitiveDataRedactor.redactTarget(path, query, MAX_LENGTH);
		String method = methodOf(request);
		String referer = refererOf(request);
		List<SentCookie> sent = cookies.sentWith(request);
		int more = (request.getCookies() != null) ? request.getCookies().length - sent.size() : 0;
		return new RecordedRequest(SensitiveDataRedactor.redact(method, MAX_NAME_LENGTH), target, request.getProtocol(),
				referer, sent, more, (HttpMethod.POST.matches(method)) ? formOf(request) : null,
				path.startsWith("/") && target.equals((query != null) ? path + "?" + query : path),
				HeaderReader.of(request, referer), otherBrowser);
	}

	private static String methodOf(HttpServletRequest request) {
		// The error page is asked for by GET, whatever has failed (Jakarta Servlet 6.1).
		return (request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String failed) ? failed
				: request.getMethod();
	}

	/**
	 * Where a redirect leads, as the request that follows it will be recorded.
	 * @param location the value of {@code Location}
	 * @return path and query, and the fragment that the browser keeps to itself
	 */
	public static String target(String location) {
		String[] parts = location.split("#", 2);
		String[] target = parts[0].split("\\?", 2);
		String shown = SensitiveDataRedactor.redactTarget(target[0], (target.length > 1) ? target[1] : null,
				MAX_LENGTH);
		return (parts.length > 1) ? shown + SensitiveDataRedactor.redact("#" + parts[1], MAX_NAME_LENGTH) : shown;
	}

	private static @Nullable String refererOf(HttpServletRequest request) {
		String referer = request.getHeader(HttpHeaders.REFERER);
		if (referer == null) {
			return null;
		}
		try {
			URI page = new URI(referer);
			String target = SensitiveDataRedactor.redactTarget(Objects.requireNonNullElse(page.getRawPath(), ""),
					page.getRawQuery(), MAX_LENGTH);
			String site = page.getRawAuthority();
			if ((site != null) ? site.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST)) : referer.startsWith("/")) {
				return target;
			}
			return (site != null && WEB.contains(page.getScheme())) ? siteOf(page) + target
					: SensitiveDataRedactor.OMITTED;
		}
		catch (URISyntaxException ex) {
			return SensitiveDataRedactor.OMITTED;
		}
	}

	private static String siteOf(URI page) {
		// Without what stands before an @: it may be a name and a password.
		String authority = page.getRawAuthority().substring(page.getRawAuthority().lastIndexOf('@') + 1);
		return SensitiveDataRedactor.redact(page.getScheme() + "://" + authority, MAX_LENGTH);
	}

	private static RecordedForm formOf(HttpServletRequest request) {
		Set<String> names = request.getParameterMap().keySet();
		List<Field> fields = names.stream()
			.limit(MAX_FIELDS)
			.map((name) -> new Field(SensitiveDataRedactor.redact(name, MAX_NAME_LENGTH), shownValue(name, request)))
			.toList();
		return new RecordedForm(formNameOf(request), fields, names.size() - fields.size());
	}

	private static @Nullable String shownValue(String name, HttpServletRequest request) {
		String value = request.getParameter(name);
		return (name.equals(CART) && CART_REVISION.matcher(value).matches()) ? value : null;
	}

	private static String formNameOf(HttpServletRequest request) {
		// By the address it goes to, whichever line or payment that is for.
		String name = urlOf(request).replaceAll("^/|[{}]", "").replace('/', '.');
		return SensitiveDataRedactor.redact(name, MAX_LENGTH);
	}

	private static String urlOf(HttpServletRequest request) {
		if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
			return failed.substring(Math.min(request.getContextPath().length(), failed.length()));
		}
		return (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern)
				? pattern : request.getServletPath();
	}

}
