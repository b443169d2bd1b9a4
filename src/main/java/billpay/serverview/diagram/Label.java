package billpay.serverview.diagram;

import org.jspecify.annotations.Nullable;

/**
 * A line of text in the picture, cut to its room. Nobody knows which font a browser
 * takes, so the width is that of the widest monospaced font there is, and every letter
 * beyond ASCII counts as two, as Chinese ones do. Letters of other scripts may be wider
 * still and are replaced.
 *
 * @param kind names it for the style sheet
 * @param x where it begins, or its middle
 * @param y its baseline
 * @param anchor {@code start} or {@code middle}
 * @param size the size of the font
 * @param text what is shown
 * @param full the whole text, {@code null} when it is shown
 */
public record Label(String kind, int x, int y, String anchor, int size, String text, @Nullable String full) {

	static final int SMALL = 14;

	static final int NORMAL = 16;

	static final int LARGE = 18;

	/** Consolas has 0.55, Menlo, Courier and their like have 0.602. */
	private static final double EM = 0.61;

	private static final char CUT = '…';

	private static final int REPLACEMENT = '\uFFFD';

	static Label at(String kind, int x, int y, int size, String text, int room) {
		return of(kind, x, y, "start", size, text, room);
	}

	static Label centred(String kind, int x, int y, int size, String text, int room) {
		return of(kind, x, y, "middle", size, text, room);
	}

	private static Label of(String kind, int x, int y, String anchor, int size, String text, int room) {
		String readable = readable(text);
		String shown = fitting(readable, (int) (room / (size * EM)));
		return new Label(kind, x, y, anchor, size, shown, (shown.equals(text)) ? null : readable);
	}

	private static String readable(String text) {
		return text.codePoints()
			.map((letter) -> isKnown(letter) ? letter : REPLACEMENT)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	/**
	 * ASCII, Latin-1, arrows and punctuation, and what is written in Chinese.
	 */
	private static boolean isKnown(int letter) {
		return (letter >= ' ' && letter <= '~') || (letter >= 0xA1 && letter <= 0xFF && letter != 0xAD)
				|| (letter >= 0x2010 && letter <= 0x2026) || (letter >= 0x2190 && letter <= 0x2193)
				|| (letter >= 0x3000 && letter <= 0x303F) || (letter >= 0xFF01 && letter <= 0xFF60)
				|| Character.isIdeographic(letter);
	}

	private static String fitting(String text, int columns) {
		if (columnsOf(text) <= columns) {
			return text;
		}
		StringBuilder shown = new StringBuilder();
		int left = columns - columnsOf(CUT);
		for (int letter : text.codePoints().toArray()) {
			left -= columnsOf(letter);
			if (left < 0) {
				break;
			}
			shown.appendCodePoint(letter);
		}
		return shown.append(CUT).toString();
	}

	private static int columnsOf(String text) {
		return text.codePoints().map(Label::columnsOf).sum();
	}

	private static int columnsOf(int letter) {
		return (letter <= '~') ? 1 : 2;
	}

	/**
	 * How wide it is at most.
	 * @return units of the picture
	 */
	int width() {
		return (int) Math.ceil(columnsOf(this.text) * this.size * EM);
	}

	/**
	 * Where it begins.
	 * @return its left end
	 */
	int left() {
		return ("middle".equals(this.anchor)) ? this.x - width() / 2 : this.x;
	}

}
