package billpay.lab.measurement;

import java.util.Arrays;
import java.util.List;

/**
 * All answers of all techniques.
 *
 * @param techniques the names of the columns
 * @param rows one for each question
 */
public record ComparisonTable(List<String> techniques, List<Row> rows) {

	/**
	 * Makes the table.
	 * @param techniques the names of the techniques in order
	 * @param measurements what was measured
	 * @return the table
	 */
	public static ComparisonTable of(List<String> techniques, Measurements measurements) {
		return new ComparisonTable(techniques,
				Arrays.stream(Question.values())
					.map((question) -> new Row(question.key(), techniques.stream()
						.map((technique) -> cell(technique, question, measurements.of(technique).answer(question)))
						.toList()))
					.toList());
	}

	private static Cell cell(String technique, Question question, Measurements.Answer answer) {
		return new Cell(answer.text(), "/lab/" + technique + "#" + answer.place(question));
	}

	/**
	 * The answers to one question.
	 *
	 * @param question the end of the message key of the question
	 * @param cells the answers, in the order of the techniques
	 */
	public record Row(String question, List<Cell> cells) {

	}

	/**
	 * One answer.
	 *
	 * @param answer the end of its message key
	 * @param page the page that shows it, and where on it
	 */
	public record Cell(String answer, String page) {

	}

}
