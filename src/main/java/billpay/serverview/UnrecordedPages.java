package billpay.serverview;

import java.util.List;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Pages that show their requests themselves: they are not recorded, and have no pane. A
 * module that has such pages declares them as a bean.
 *
 * @param path the pages' path below the context path; it and all below it
 */
public record UnrecordedPages(String path) {

	/**
	 * Whether a request is for one of several modules' pages.
	 * @param pages the pages
	 * @param request the request
	 * @return {@code true} when it is not recorded
	 */
	public static boolean match(List<UnrecordedPages> pages, HttpServletRequest request) {
		// An error page belongs to the request that failed.
		String path = (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed)
				? failed.substring(request.getContextPath().length()) : request.getServletPath();
		return pages.stream().anyMatch((page) -> path.equals(page.path) || path.startsWith(page.path + "/"));
	}

}
