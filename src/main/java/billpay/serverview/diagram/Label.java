package billpay.serverview.diagram;

import org.jspecify.annotations.Nullable;

/**
 * A line of text in the diagram, cut to the width it has. The browser chooses the font,
 * so that of the widest monospaced one is assumed, and every character beyond ASCII
 * counts as two, as Chinese ones do. Characters of other scripts may be wider and are
 * replaced.
 *
 * @param kind names it for the style sheet
 * @param x where it begins, its middle, or where it ends
 * @param y its baseline
 * @param anchor {@code start}, {@code middle} or {@code end}
 * @param size the size of the font
 * @param text what is shown
 * @param full the whole text, {@code null} when it is shown
 */
public record Label(String kind, int x, int y, String anchor, int size, String text, @Nullable String full) {

	static final int SMALL = 12;

	static final int NORMAL = 14;

	static final int LARGE = 16;

	/** Consolas has 0.55, Menlo, Courier and their like have 0.602. */
	private static final double EM = 0.61;

	private static final char CUT = '…';

	private static final int REPLACEMENT = '\uFFFD';

	static Label at(String kind, int x, int y, int size, String text, int width) {
		return of(kind, x, y, "start", size, text, width);
	}

	static Label centred(String kind, int x, int y, int size, String text, int width) {
		return of(kind, x, y, "middle", size, text, width);
	}

	static Label ending(String kind, int x, int y, int size, String text, int width) {
		return of(kind, x, y, "end", size, text, width);
	}

	private static Label of(String kind, int x, int y, String anchor, int size, String text, int width) {
		String readable = readable(text);
		String shown = fitting(readable, (int) (width / (size * EM)));
		return new Label(kind, x, y, anchor, size, shown, (shown.equals(text)) ? null : readable);
	}

	private static String readable(String text) {
		return text.codePoints()
			.map((character) -> isKnown(character) ? character : REPLACEMENT)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	/**
	 * ASCII, Latin-1, arrows and punctuation, and what is written in Chinese.
	 */
	private static boolean isKnown(int character) {
		return (character >= ' ' && character <= '~') || (character >= 0xA1 && character <= 0xFF && character != 0xAD)
				|| (character >= 0x2010 && character <= 0x2026) || (character >= 0x2190 && character <= 0x2193)
				|| (character >= 0x3000 && character <= 0x303F) || (character >= 0xFF01 && character <= 0xFF60)
				|| Character.isIdeographic(character);
	}

	private static String fitting(String text, int columns) {
		if (columnsOf(text) <= columns) {
			return text;
		}
		StringBuilder shown = new StringBuilder();
		int left = columns - columnsOf(CUT);
		for (int character : text.codePoints().toArray()) {
			left -= columnsOf(character);
			if (left < 0) {
				break;
			}
			shown.appendCodePoint(character);
		}
		return shown.append(CUT).toString();
	}

	private static int columnsOf(String text) {
		return text.codePoints().map(Label::columnsOf).sum();
	}

	private static int columnsOf(int character) {
		return (character <= '~') ? 1 : 2;
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
		return switch (this.anchor) {
			case "middle" -> this.x - width() / 2;
			case "end" -> this.x - width();
			default -> this.x;
		};
	}

}
