package billpay.web;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * A page of this application to return to. It comes from the browser, so only plain paths
 * are accepted: short segments without encoding, optionally a page number, no host (OWASP
 * ASVS 3.7.2). A session id or a card number does not fit.
 *
 * @param value the path below the context path, such as {@code /payments?page=2}
 */
public record ReturnPath(String value) {

	private static final Pattern PLAIN = Pattern.compile("(/|(/[A-Za-z0-9_-]{1,14}){1,4})(\\?page=[0-9]{1,9})?");

	/** Pages that redirect. */
	private static final Pattern EXCLUDED = Pattern.compile("/(login|logout|signup|error)\\b.*");

	/**
	 * Reads a return path.
	 * @param value what came from the browser
	 * @return the path, or nothing when it is not a plain page of ours
	 */
	public static Optional<ReturnPath> of(@Nullable String value) {
		return Optional.ofNullable(value)
			.filter((path) -> PLAIN.matcher(path).matches() && !EXCLUDED.matcher(path).matches())
			.map(ReturnPath::new);
	}

	/**
	 * Reads the path of any page, for a form that returns to the page it is on.
	 * @param value what came from the browser
	 * @return the path, or nothing when it is not a plain path of ours
	 */
	public static Optional<ReturnPath> anyPage(@Nullable String value) {
		return Optional.ofNullable(value).filter((path) -> PLAIN.matcher(path).matches()).map(ReturnPath::new);
	}

	/**
	 * Where a request should lead back to: its own address when it asked for a page, else
	 * the page its form was on.
	 * @param request the request
	 * @return the path, or nothing when neither is plain
	 */
	public static Optional<ReturnPath> fromRequest(HttpServletRequest request) {
		if ("GET".equals(request.getMethod())) {
			String query = request.getQueryString();
			String path = below(request, request.getRequestURI());
			return of(path + "?" + query).or(() -> of(path));
		}
		return fromReferer(request);
	}

	/**
	 * The page the request came from, by its {@code Referer}.
	 * @param request the request
	 * @return the path, or nothing when there is none
	 */
	public static Optional<ReturnPath> fromReferer(HttpServletRequest request) {
		String referer = request.getHeader(HttpHeaders.REFERER);
		if (referer == null) {
			return Optional.empty();
		}
		try {
			return of(below(request, URI.create(referer).getPath()));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static @Nullable String below(HttpServletRequest request, @Nullable String path) {
		String context = request.getContextPath();
		return (path != null && path.startsWith(context)) ? path.substring(context.length()) : null;
	}

}
