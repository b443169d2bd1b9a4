package billpay.lab.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text in which some words are marked.
 *
 * @param parts the parts of the text, in order
 */
public record MarkedText(List<Part> parts) {

	/**
	 * Marks words wherever they stand.
	 * @param text the text
	 * @param words what to mark; of two that overlap the longer one
	 * @return the text in parts
	 */
	public static MarkedText of(String text, Collection<String> words) {
		List<Part> parts = new ArrayList<>();
		int end = 0;
		if (!words.isEmpty()) {
			Matcher matcher = Pattern
				.compile(words.stream()
					.sorted(Comparator.comparing(String::length).reversed())
					.map(Pattern::quote)
					.collect(Collectors.joining("|")))
				.matcher(text);
			while (matcher.find()) {
				parts.add(new Part(text.substring(end, matcher.start()), false));
				parts.add(new Part(matcher.group(), true));
				end = matcher.end();
			}
		}
		parts.add(new Part(text.substring(end), false));
		return new MarkedText(parts);
	}

	/**
	 * A part of the text.
	 *
	 * @param text the characters
	 * @param marked whether it is one of the words
	 */
	public record Part(String text, boolean marked) {

	}

}
