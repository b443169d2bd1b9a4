package billpay.serverview;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Makes a text fit to be shown and kept, whoever wrote it: it is cut, letters that nobody
 * sees are replaced, and what may be a secret is left out: words as long as a session id
 * or a form token, and digits enough for a card number (ISO/IEC 7812: 12 to 19).
 */
final class Redaction {

	/** Stands for what is left out. */
	static final String LEFT_OUT = "…";

	private static final int SHORTEST_CARD = 12;

	private static final int SHORTEST_WORD = 25;

	private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{" + SHORTEST_WORD + ",}");

	private static final Pattern SECRET = Pattern
		.compile(WORD + "|[0-9](?:(?:%20|[ +._-])*[0-9]){" + (SHORTEST_CARD - 1) + ",}");

	private static final int LONGEST_NAME = 24;

	private static final int LONGEST_VALUE = 48;

	private static final Pattern UNSEEN = Pattern.compile("\\p{C}");

	/**
	 * Parameters of ours that say where to go and what to show, and nothing of a person.
	 */
	private static final Set<String> TOLD = Set.of("lang", "notice", "next", "page", "buttons", "name");

	private Redaction() {
	}

	/**
	 * A text that came from outside.
	 * @param text the text
	 * @param most how many letters of it are shown
	 * @return what may be shown
	 */
	static String of(String text, int most) {
		return cut(isHarmless(text) ? text : SECRET.matcher(seen(text)).replaceAll(LEFT_OUT), most);
	}

	/**
	 * A text of our own, in which a telephone number may stand.
	 * @param text the text
	 * @param most how many letters of it are shown
	 * @return what may be shown
	 */
	static String ofOurs(String text, int most) {
		return cut(isHarmless(text) ? text : WORD.matcher(seen(text)).replaceAll(LEFT_OUT), most);
	}

	private static boolean isHarmless(String text) {
		// Most texts are short and plain, and need no closer look.
		int digits = 0;
		int word = 0;
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			if (letter < ' ' || letter > '~') {
				return false;
			}
			boolean digit = letter >= '0' && letter <= '9';
			digits = (digit) ? digits + 1 : (" +._-%".indexOf(letter) < 0) ? 0 : digits;
			word = (digit || letter == '-' || letter == '_' || Character.isLetter(letter)) ? word + 1 : 0;
			if (digits >= SHORTEST_CARD || word >= SHORTEST_WORD) {
				return false;
			}
		}
		return true;
	}

	private static String seen(String text) {
		return UNSEEN.matcher(text).replaceAll("\uFFFD");
	}

	/**
	 * The target of a request: of the query only what we know to be harmless keeps its
	 * value.
	 * @param path the path as it came, still encoded
	 * @param query the query as it came, {@code null} when there is none
	 * @param most how many letters of each are shown
	 * @return what may be shown
	 */
	static String ofTarget(String path, @Nullable String query, int most) {
		String shown = of(path, most);
		if (query == null) {
			return shown;
		}
		return shown + "?"
				+ cut(Arrays.stream(query.split("&")).map(Redaction::parameter).collect(Collectors.joining("&")), most);
	}

	private static String parameter(String parameter) {
		int end = parameter.indexOf('=');
		if (end < 0) {
			return of(parameter, LONGEST_NAME);
		}
		String name = parameter.substring(0, end);
		return of(name, LONGEST_NAME) + "="
				+ ((TOLD.contains(name)) ? of(parameter.substring(end + 1), LONGEST_VALUE) : LEFT_OUT);
	}

	private static String cut(String text, int most) {
		return (text.length() <= most) ? text : text.substring(0, most) + LEFT_OUT;
	}

}
