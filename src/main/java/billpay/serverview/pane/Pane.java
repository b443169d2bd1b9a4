package billpay.serverview.pane;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The server's side of a page: what it was asked, what it knew, what it changed, what it
 * answers. Every text is ready to be shown.
 *
 * @param node the node that answers, {@code null} when there is only one
 * @param place where sessions live
 * @param redirected whether other requests have led to the page
 * @param experiments the keys of the experiments that have led to it
 * @param exchanges the requests that have led to it, in their order, its own last
 * @param session what the session holds in the end
 * @param answers the answers to the server's six questions
 * @param replayable whether the request can be sent again
 * @param page the page's path below the context path, to come back to
 * @param script the address of the script that lets the clock run
 */
public record Pane(@Nullable String node, String place, boolean redirected, List<String> experiments,
		List<ExchangeView> exchanges, SessionView session, List<Answer> answers, boolean replayable, String page,
		String script) {

	/**
	 * Whether it is open on a phone too: what has become of an experiment is to be seen
	 * at once.
	 * @return {@code true} after an experiment
	 */
	public boolean isOpen() {
		return !this.experiments.isEmpty();
	}

	/**
	 * The answer to one of the server's six questions.
	 *
	 * @param question the question
	 * @param answer the answer, empty when the evidence says it all
	 * @param evidence how the server knows
	 */
	public record Answer(String question, String answer, String evidence) {
	}

}
