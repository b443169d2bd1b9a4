package billpay.lab.measurement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What was measured, with {@code lab/measurements.json} as its source. The tests measure
 * it again and fail when it differs.
 *
 * @param browser which browser the browser's answers come from
 * @param date the day on which it was asked
 * @param techniques the results by technique
 */
public record Measurements(String browser, LocalDate date, Map<String, Result> techniques) {

	private static final Result NOT_MEASURED = new Result(Map.of(), Map.of(), null, null, List.of());

	/**
	 * The result of a technique.
	 * @param technique its name
	 * @return what was measured; for a new technique no answer, until it is
	 */
	public Result of(String technique) {
		return this.techniques.getOrDefault(technique, NOT_MEASURED);
	}

	/**
	 * What one technique was measured to do.
	 *
	 * @param answers one answer to each question
	 * @param bytes by how many bytes the second request is longer than one that carries
	 * nothing, by the number of lines in the cart
	 * @param limit with how many lines the second request fails, {@code null} when it
	 * does with none up to 1,000
	 * @param limitReason what refuses it, as the end of a message key
	 * @param exchanges the requests that were sent, and their responses
	 */
	public record Result(Map<Question, Answer> answers, Map<Integer, Integer> bytes, @Nullable Integer limit,
			@Nullable String limitReason, List<RecordedExchange> exchanges) {

		/**
		 * The answer to a question.
		 * @param question the question
		 * @return the answer
		 */
		public Answer answer(Question question) {
			return this.answers.getOrDefault(question, new Answer("not-measured", null));
		}

	}

	/**
	 * An answer.
	 *
	 * @param text the end of its message key
	 * @param exchange the exchange that shows it, {@code null} when the browser has shown
	 * it
	 */
	public record Answer(String text, @Nullable String exchange) {

		/**
		 * Where on the page of the technique it is shown.
		 * @param question the question that it answers
		 * @return an id of the page
		 */
		public String place(Question question) {
			return (this.exchange != null) ? "exchange-" + this.exchange : "browser-" + question.key();
		}

	}

	/**
	 * A request and its response, as they went over the wire.
	 *
	 * @param name what it shows, as the end of a message key
	 * @param request the whole request
	 * @param response the response without the headers that every response has, and of
	 * its page what belongs to the technique
	 * @param carried the texts in which the number, or what leads to it, travels
	 */
	public record RecordedExchange(String name, String request, String response, List<String> carried) {

	}

}
