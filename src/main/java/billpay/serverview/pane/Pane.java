package billpay.serverview.pane;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The server's side of a page: what was asked, what the server knew, what it changed and
 * what it answers. Every text is ready to be shown.
 *
 * @param node the node that answers and where sessions are, {@code null} when there is
 * only one node
 * @param redirects the redirects that have led to the page, {@code null} when none has
 * @param experiments the keys of the experiments that have led to it
 * @param exchanges the requests that have led to it, in their order, its own last
 * @param session the heading over the session's attributes
 * @param sessionNote why no attributes are shown, {@code null} when there is a session
 * @param attributes the session's attributes, {@code null} when it has none
 * @param answers the server's six questions and their answers
 * @param replayable whether the request can be sent again
 * @param page the page's path below the context path, to return to
 * @param script the address of the script that lets the clock run
 */
public record Pane(@Nullable String node, @Nullable String redirects, List<String> experiments,
		List<ExchangeView> exchanges, String session, @Nullable String sessionNote,
		@Nullable List<AttributeView> attributes, List<String> answers, boolean replayable, String page,
		String script) {

	/**
	 * Whether it is open on a phone too, so that the result of an experiment is seen at
	 * once.
	 * @return {@code true} after an experiment
	 */
	public boolean isOpen() {
		return !this.experiments.isEmpty();
	}

}
