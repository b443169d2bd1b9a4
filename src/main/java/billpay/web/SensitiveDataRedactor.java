package billpay.web;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Makes a text fit to be shown and kept, whoever wrote it: it is cut, letters that nobody
 * sees are replaced, and what may be a secret is left out: words as long as a session id
 * or a form token, and digits enough for a card number (ISO/IEC 7812: 12 to 19), whatever
 * stands between them.
 */
public final class SensitiveDataRedactor {

	/** Stands for what is left out. */
	public static final String LEFT_OUT = "…";

	private static final int SHORTEST_CARD = 12;

	private static final int SHORTEST_WORD = 25;

	private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{" + SHORTEST_WORD + ",}+");

	/** What may stand between two digits of a card number, such as an encoded dash. */
	private static final int LONGEST_GAP = 3;

	private static final int LONGEST_NAME = 24;

	private static final int LONGEST_VALUE = 48;

	private static final Pattern UNSEEN = Pattern.compile("\\p{C}");

	/**
	 * Parameters of ours that say where to go and what to show, and nothing of a person.
	 */
	private static final Set<String> TOLD = Set.of("lang", "notice", "next", "page", "buttons", "name");

	/** What such a value consists of: a word, a number, a path without a query. */
	private static final Pattern PLAIN = Pattern.compile("(?:[A-Za-z0-9_./-]|%2[Ff])*+");

	private SensitiveDataRedactor() {
	}

	/**
	 * A text that came from outside.
	 * @param text the text
	 * @param most how many letters of it are shown
	 * @return what may be shown
	 */
	public static String of(String text, int most) {
		return cut(isHarmless(text) ? text : withoutCards(withoutWords(text)), most);
	}

	/**
	 * A text of our own, in which a telephone number may stand.
	 * @param text the text
	 * @param most how many letters of it are shown
	 * @return what may be shown
	 */
	public static String ofOurs(String text, int most) {
		return cut(isHarmless(text) ? text : withoutWords(text), most);
	}

	private static boolean isHarmless(String text) {
		// Most texts are short and plain, and need no closer look.
		int digits = 0;
		int word = 0;
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			boolean digit = letter >= '0' && letter <= '9';
			boolean alphabetic = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
			digits = (digit) ? digits + 1 : (alphabetic || letter == ':' || letter == '/') ? 0 : digits;
			word = (digit || alphabetic || letter == '-' || letter == '_') ? word + 1 : 0;
			if (letter < ' ' || letter > '~' || letter == '%' || digits >= SHORTEST_CARD || word >= SHORTEST_WORD) {
				return false;
			}
		}
		return true;
	}

	private static String withoutWords(String text) {
		return WORD.matcher(UNSEEN.matcher(text).replaceAll("\uFFFD")).replaceAll(LEFT_OUT);
	}

	private static String withoutCards(String text) {
		// In one pass: a regular expression that allows for gaps takes minutes, or more
		// stack than there is, for a long text that somebody has made up for it.
		StringBuilder shown = new StringBuilder(text.length());
		int at = 0;
		while (at < text.length()) {
			int digits = 0;
			int end = at;
			int next = at;
			while (next < text.length() && (isDigit(text, next) || (digits > 0 && isGap(text, next, end)))) {
				boolean digit = isDigit(text, next);
				next += lengthAt(text, next);
				digits += (digit) ? 1 : 0;
				end = (digit) ? next : end;
			}
			int after = (digits > 0) ? end : at + lengthAt(text, at);
			shown.append((digits >= SHORTEST_CARD) ? LEFT_OUT : text.substring(at, after));
			at = after;
		}
		return shown.toString();
	}

	private static boolean isDigit(String text, int at) {
		return Character.isDigit(text.charAt(at))
				|| (isEncoded(text, at) && text.charAt(at + 1) == '3' && Character.isDigit(text.charAt(at + 2)));
	}

	private static boolean isGap(String text, int at, int lastDigit) {
		char letter = text.charAt(at);
		// A time of day beside its date is no card, nor is a name with a year before it.
		return letter != ':' && letter != '/' && !Character.isLetter(letter)
				&& at - lastDigit < LONGEST_GAP * lengthAt(text, at);
	}

	private static int lengthAt(String text, int at) {
		return (isEncoded(text, at)) ? "%20".length() : 1;
	}

	private static boolean isEncoded(String text, int at) {
		return text.charAt(at) == '%' && at + 2 < text.length() && Character.digit(text.charAt(at + 1), 16) >= 0
				&& Character.digit(text.charAt(at + 2), 16) >= 0;
	}

	/**
	 * The target of a request: of the query only what we know to be harmless keeps its
	 * value.
	 * @param path the path as it came, still encoded
	 * @param query the query as it came, {@code null} when there is none
	 * @param most how many letters of each are shown
	 * @return what may be shown
	 */
	public static String ofTarget(String path, @Nullable String query, int most) {
		String shown = of(path, most);
		if (query == null) {
			return shown;
		}
		return shown + "?" + cut(
				Arrays.stream(query.split("&")).map(SensitiveDataRedactor::parameter).collect(Collectors.joining("&")),
				most);
	}

	private static String parameter(String parameter) {
		int end = parameter.indexOf('=');
		if (end < 0) {
			return of(parameter, LONGEST_NAME);
		}
		String name = parameter.substring(0, end);
		return of(name, LONGEST_NAME) + "=" + ((TOLD.contains(name)) ? plain(parameter.substring(end + 1)) : LEFT_OUT);
	}

	private static String plain(String value) {
		String told = of(value, LONGEST_VALUE);
		Matcher plain = PLAIN.matcher(told);
		plain.lookingAt();
		return (plain.end() == told.length()) ? told : plain.group() + LEFT_OUT;
	}

	private static String cut(String text, int most) {
		return (text.length() <= most) ? text : text.substring(0, most) + LEFT_OUT;
	}

}
