package billpay.lab.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The bytes that each technique adds to the second request, as bars.
 *
 * @param height the height of the drawing
 * @param techniques one group of bars for each technique
 */
public record BytesChart(int height, List<Group> techniques) {

	/** How long the longest bar is. */
	private static final int LENGTH = 430;

	/** Where a bar begins. */
	private static final int LEFT = 48;

	private static final int BAR = 18;

	private static final int NAME = 26;

	private static final int GROUP = 92;

	/** From the top of a bar, or of a group, to the base line of its text. */
	private static final int TEXT = 12;

	/**
	 * Draws the chart.
	 * @param techniques the names of the techniques in order
	 * @param measurements what was measured
	 * @return the chart
	 */
	public static BytesChart of(List<String> techniques, Measurements measurements) {
		int most = techniques.stream()
			.flatMap((technique) -> measurements.of(technique).bytes().values().stream())
			.max(Integer::compare)
			.orElse(1);
		List<Group> groups = new ArrayList<>();
		for (String technique : techniques) {
			int top = groups.size() * GROUP;
			List<Bar> bars = new ArrayList<>();
			for (Map.Entry<Integer, Integer> bytes : measurements.of(technique).bytes().entrySet()) {
				bars.add(new Bar(bytes.getKey(), bytes.getValue(), top + NAME + bars.size() * BAR,
						Math.round((float) LENGTH * bytes.getValue() / most)));
			}
			Measurements.Result result = measurements.of(technique);
			groups.add(new Group(technique, result.limit(), result.limitReason(), top, bars));
		}
		return new BytesChart(groups.size() * GROUP, groups);
	}

	/**
	 * The bars of one technique.
	 *
	 * @param technique its name
	 * @param limit with how many lines it fails, {@code null} when it does not
	 * @param limitReason what refuses it, as the end of a message key
	 * @param y where it begins
	 * @param bars one for each size of the cart
	 */
	public record Group(String technique, @Nullable Integer limit, @Nullable String limitReason, int y,
			List<Bar> bars) {

		/**
		 * Where its name stands.
		 * @return the base line of the text
		 */
		public int nameY() {
			return this.y + NAME - TEXT / 2;
		}

	}

	/**
	 * One bar.
	 *
	 * @param lines the number of lines in the cart
	 * @param bytes what it stands for
	 * @param y its place from the top
	 * @param length its length
	 */
	public record Bar(int lines, int bytes, int y, int length) {

		/**
		 * Where its text stands.
		 * @return the base line of the text
		 */
		public int textY() {
			return this.y + TEXT;
		}

		/**
		 * Where its value stands.
		 * @return the left of the text
		 */
		public int endX() {
			return LEFT + this.length + TEXT / 2;
		}

	}

}
