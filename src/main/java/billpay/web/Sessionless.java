package billpay.web;

import java.util.List;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The addresses whose answers are the same for everybody. They never create, read or
 * prolong a session; nor does the page that says that sessions cannot be read.
 */
public final class Sessionless {

	private static final List<String> STATIC_FILES = List.of("/assets/", "/webjars/");

	private static final String HEALTH = "/healthcheck";

	private Sessionless() {
	}

	/**
	 * Whether a request is for such an address. An error page belongs to the request that
	 * failed.
	 * @param request the request
	 * @return {@code true} when the session is to be left alone
	 */
	public static boolean matches(HttpServletRequest request) {
		if (Outage.of(Outage.Store.SESSIONS, request)) {
			return true;
		}
		String path = pathOf(request);
		return STATIC_FILES.stream().anyMatch(path::startsWith) || path.equals(HEALTH) || path.startsWith(HEALTH + "/");
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
