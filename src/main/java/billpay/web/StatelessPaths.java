package billpay.web;

import java.util.List;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;

/**
 * The paths whose responses are the same for everybody. They never create, read or
 * prolong a session; nor does the error page for an unavailable session store.
 */
public final class StatelessPaths {

	private static final List<String> STATIC_FILES = List.of("/assets/", "/webjars/");

	private static final String HEALTH = "/healthcheck";

	private static final String LESSONS = "/lessons";

	private StatelessPaths() {
	}

	/**
	 * Whether a request is for such an address. An error page belongs to the request that
	 * failed.
	 * @param request the request
	 * @return {@code true} when the session must not be touched
	 */
	public static boolean matches(HttpServletRequest request) {
		if (StoreUnavailableException.affects(StoreUnavailableException.Store.SESSIONS, request)) {
			return true;
		}
		String path = pathOf(request);
		return STATIC_FILES.stream().anyMatch(path::startsWith) || path.equals(HEALTH) || path.startsWith(HEALTH + "/");
	}

	/**
	 * Whether a request is for a page that is complete without a session, except for a
	 * greeting.
	 * @param request the request
	 * @return {@code true} when the page can do without the session
	 */
	public static boolean worksWithoutSession(HttpServletRequest request) {
		String path = pathOf(request);
		return HttpMethod.GET.matches(request.getMethod())
				&& (path.equals("/") || path.equals(LESSONS) || path.startsWith(LESSONS + "/"));
	}

	private static String pathOf(HttpServletRequest request) {
		if (request.getDispatcherType() == DispatcherType.ERROR
				&& request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
			return failed.substring(Math.min(request.getContextPath().length(), failed.length()));
		}
		String pathInfo = request.getPathInfo();
		return (pathInfo != null) ? request.getServletPath() + pathInfo : request.getServletPath();
	}

}
