package billpay.web.format;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Prepares untrusted text for display and logs: it is shortened, invisible characters are
 * replaced, and possible secrets are omitted: words as long as a session id or a CSRF
 * token, and digits enough for a card number (ISO/IEC 7812: 12 to 19), with or without
 * separators.
 */
public final class SensitiveDataRedactor {

	/** Stands for what is left out. */
	public static final String OMITTED = "…";

	private static final int MIN_CARD_DIGITS = 12;

	private static final int MIN_TOKEN_LENGTH = 25;

	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{" + MIN_TOKEN_LENGTH + ",}+");

	/** What may stand between two digits of a card number, such as an encoded dash. */
	private static final int MAX_GAP = 3;

	private static final int MAX_NAME_LENGTH = 24;

	private static final int MAX_VALUE_LENGTH = 48;

	private static final int MAX_REQUEST_LENGTH = 100;

	private static final Pattern INVISIBLE = Pattern.compile("\\p{C}");

	/**
	 * Parameters that say where to go and what to show, without personal data.
	 */
	private static final Set<String> SHOWN_PARAMETERS = Set.of("lang", "next", "page", "buttons", "name");

	/** What such a value consists of: a word, a number, a path without a query. */
	private static final Pattern PLAIN = Pattern.compile("(?:[A-Za-z0-9_./-]|%2[Ff])*+");

	private SensitiveDataRedactor() {
	}

	/**
	 * A text that came from outside.
	 * @param text the text
	 * @param maxLength the maximum number of characters
	 * @return what may be shown
	 */
	public static String redact(String text, int maxLength) {
		return cut(withoutCards(withoutTokens(text)), maxLength);
	}

	/**
	 * A text of our own, in which a telephone number may stand.
	 * @param text the text
	 * @param maxLength the maximum number of characters
	 * @return what may be shown
	 */
	public static String redactOwn(String text, int maxLength) {
		return cut(withoutTokens(text), maxLength);
	}

	/**
	 * Method and path of a request, for the log.
	 * @param request the request
	 * @return what may be logged, such as {@code POST /cart/items}
	 */
	public static String redactRequest(HttpServletRequest request) {
		return redact(request.getMethod() + " " + request.getServletPath(), MAX_REQUEST_LENGTH);
	}

	private static String withoutTokens(String text) {
		String visible = INVISIBLE.matcher(text).replaceAll("\uFFFD");
		return (visible.length() < MIN_TOKEN_LENGTH) ? visible : TOKEN.matcher(visible).replaceAll(OMITTED);
	}

	private static String withoutCards(String text) {
		// In one pass: a regular expression that allows for gaps takes minutes, or
		// overflows the stack, for a long text that is crafted for it.
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
			shown.append((digits >= MIN_CARD_DIGITS) ? OMITTED : text.substring(at, after));
			at = after;
		}
		return shown.toString();
	}

	private static boolean isDigit(String text, int at) {
		return Character.isDigit(text.charAt(at))
				|| (isEncoded(text, at) && text.charAt(at + 1) == '3' && Character.isDigit(text.charAt(at + 2)));
	}

	private static boolean isGap(String text, int at, int lastDigit) {
		char character = text.charAt(at);
		// A time of day beside its date is no card, nor is a name with a year before it.
		return character != ':' && character != '/' && !Character.isLetter(character)
				&& at - lastDigit < MAX_GAP * lengthAt(text, at);
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
	 * @param maxLength the maximum number of characters of each
	 * @return what may be shown
	 */
	public static String redactTarget(String path, @Nullable String query, int maxLength) {
		String shown = redact(path, maxLength);
		if (query == null) {
			return shown;
		}
		return shown + "?" + cut(
				Arrays.stream(query.split("&")).map(SensitiveDataRedactor::parameter).collect(Collectors.joining("&")),
				maxLength);
	}

	private static String parameter(String parameter) {
		int end = parameter.indexOf('=');
		if (end < 0) {
			return redact(parameter, MAX_NAME_LENGTH);
		}
		String name = parameter.substring(0, end);
		return redact(name, MAX_NAME_LENGTH) + "="
				+ ((SHOWN_PARAMETERS.contains(name)) ? plain(parameter.substring(end + 1)) : OMITTED);
	}

	private static String plain(String value) {
		String shown = redact(value, MAX_VALUE_LENGTH);
		Matcher plain = PLAIN.matcher(shown);
		plain.lookingAt();
		return (plain.end() == shown.length()) ? shown : plain.group() + OMITTED;
	}

	private static String cut(String text, int maxLength) {
		return (text.length() <= maxLength) ? text : text.substring(0, maxLength) + OMITTED;
	}

}
