package billpay.session;

import java.util.List;

import billpay.availability.StoreUnavailableException;
import billpay.availability.StoreUnavailableException.Store;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The requests that never create, read or prolong a session: for static files and the
 * health check, whose responses are the same for everybody, and all that is left of a
 * request for which the session store was unavailable.
 */
public final class SessionlessRequests {

	private static final List<String> PATHS = List.of("/assets/", "/webjars/", "/healthcheck/");

	private SessionlessRequests() {
	}

	/**
	 * Whether a request is one of these. An error page belongs to the request that
	 * failed.
	 * @param request the request
	 * @return {@code true} when the session must not be touched
	 */
	public static boolean matches(HttpServletRequest request) {
		String path = pathOf(request) + "/";
		return StoreUnavailableException.affects(Store.SESSIONS, request) || PATHS.stream().anyMatch(path::startsWith);
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
