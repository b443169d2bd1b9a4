package billpay.serverview.pane;

import java.util.List;

import billpay.serverview.pane.ExchangeView.Line;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of a page: what was asked, what the server knew, what it changed and
 * what it answers. Every text is ready to be shown.
 *
 * @param notes remarks about the request
 * @param orphans the sessions that no cookie of this browser leads to any more
 * @param redirects the redirects that have led to the page, {@code null} when none has
 * @param experiments the keys of the experiments that have led to it
 * @param exchanges the requests that have led to it, in their order, its own last
 * @param session the heading over the session's attributes
 * @param sessionNote why no attributes are shown, {@code null} when there is a session
 * @param attributes the session's attributes, {@code null} when it has none
 * @param answers the server's six questions and their answers
 * @param replayable whether the request can be sent again
 * @param stealable whether another browser may take the session over
 * @param code the code that it takes for this and how long it is valid, {@code null} when
 * none was asked for
 * @param page the page's path below the context path, to return to
 * @param script the address of the script that lets the clock run
 */
public record Pane(List<Line> notes, List<Countdown> orphans, @Nullable String redirects, List<String> experiments,
		List<ExchangeView> exchanges, String session, @Nullable String sessionNote,
		@Nullable List<AttributeView> attributes, List<String> answers, boolean replayable, boolean stealable,
		@Nullable Countdown code, String page, String script) {

	/**
	 * Whether it is open on a phone too, so that the result of an experiment is seen at
	 * once.
	 * @return {@code true} after an experiment
	 */
	public boolean isOpen() {
		return !this.experiments.isEmpty();
	}

}
