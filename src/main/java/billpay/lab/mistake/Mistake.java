package billpay.lab.mistake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.session.Session;

/**
 * A mistake, and how it is done right. To add one, add a controller of this type in a
 * sub-package, the template {@code lab/mistake/} with its name, and its messages. What it
 * does is kept in the browser's session of {@link MistakeSessions} and nowhere else.
 */
public interface Mistake {

	/**
	 * The name, which is the last part of its address and of its template's.
	 * @return lower case letters and hyphens
	 */
	String name();

	/**
	 * The page of the mistake.
	 * @return its path below the context path
	 */
	default String page() {
		return MistakeSessions.PATH + "/" + name();
	}

	/**
	 * The outcome of one half in this browser.
	 * @param half which half
	 * @param session the browser's session, an empty one if it has none
	 * @return the outcome
	 */
	Outcome outcome(Half half, Session session);

	/**
	 * What else the template shows.
	 * @param session the browser's session
	 * @param request the request for the page
	 * @return a public record, {@code null} for nothing
	 */
	default @Nullable Record details(Session session, HttpServletRequest request) {
		return null;
	}

	/**
	 * Prepares the page for a browser. Does nothing by default.
	 * @param request the request for the page
	 * @param response its response
	 */
	default void open(HttpServletRequest request, HttpServletResponse response) {
	}

}
