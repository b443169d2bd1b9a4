package billpay.lab;

import java.util.List;

import billpay.lab.http.MarkedText;
import billpay.lab.measurement.Measurements;
import billpay.lab.technique.ReadablePart;
import billpay.lab.technique.StateChange;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of a technique show of it.
 *
 * @param name its name
 * @param previous the technique before it, {@code null} for the first
 * @param next the technique after it, {@code null} for the last
 * @param site where the commands of the page send their requests
 * @param script the address of the script of the techniques that need one
 * @param answers what was measured, one answer to each question
 * @param changes how the state can be changed
 * @param changesFrom what a change begins with, as the end of a message key
 * @param format what the state looks like, as the end of a message key
 * @param result the sizes that were measured
 * @param browser which browser was asked, and when
 * @param walk the two requests of the walk, as they were measured
 * @param readable what can be decoded of the state that was measured
 * @param attempts the requests that try to deceive the server, as they were measured
 */
public record TechniqueView(String name, @Nullable String previous, @Nullable String next, String site, String script,
		List<AnswerRow> answers, List<StateChange> changes, String changesFrom, String format,
		Measurements.Result result, MeasuredBrowser browser, List<ExchangeView> walk, List<ReadablePart> readable,
		List<ExchangeView> attempts) {

	/**
	 * The answer to a question.
	 *
	 * @param question the end of the message key of the question
	 * @param text the end of the message key of the answer
	 * @param place where on the page it is shown
	 */
	public record AnswerRow(String question, String text, String place) {

	}

	/**
	 * The browser that was asked.
	 *
	 * @param name its name and version
	 * @param date the day
	 */
	public record MeasuredBrowser(String name, String date) {

	}

	/**
	 * A request and its response.
	 *
	 * @param name what it shows, as the end of a message key
	 * @param request the request
	 * @param response the response
	 */
	public record ExchangeView(String name, MarkedText request, MarkedText response) {

	}

}
