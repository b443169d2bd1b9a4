package billpay.serverview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import billpay.support.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/**
 * The server's side of a page, read from its markup.
 *
 * @param exchanges the requests that it tells of, the page's own last
 * @param session the fingerprint over the attributes, {@code null} when there is no
 * session
 * @param attributes what the session holds, by name; {@code null} for what is not shown
 * @param marks which request has changed it, by name
 * @param answers the answers to the six questions, by question
 */
record SeenPane(List<SeenExchange> exchanges, @Nullable String session, Map<String, @Nullable String> attributes,
		Map<String, List<String>> marks, Map<String, String> answers) {

	private static final Pattern EXCHANGE = Pattern.compile("<section class=\"exchange\">(.*?)</section>",
			Pattern.DOTALL);

	private static final Pattern CODE = Pattern.compile("<code>(.*?)</code>", Pattern.DOTALL);

	private static final Pattern ATTRIBUTE = Pattern.compile("<dt data-name=\"([^\"]+)\">(.*?)</dt><dd>(.*?)</dd>",
			Pattern.DOTALL);

	private static final Pattern MARK = Pattern.compile("<mark>(.*?)</mark>", Pattern.DOTALL);

	private static final Pattern QUESTION = Pattern.compile("<dt>(.*?)</dt><dd>(.*?)</dd>", Pattern.DOTALL);

	/**
	 * Reads a page.
	 * @param page the page, which must have one pane
	 * @return what it says
	 */
	static SeenPane on(Page page) {
		String pane = markup(page);
		String section = find(pane, "<section class=\"attributes\">(.*?)</section>").orElseThrow();
		Map<String, @Nullable String> attributes = new LinkedHashMap<>();
		Map<String, List<String>> marks = new LinkedHashMap<>();
		ATTRIBUTE.matcher(section).results().forEach((attribute) -> {
			String name = text(attribute.group(1));
			attributes.put(name, codes(attribute.group(3)).stream().findFirst().orElse(null));
			marks.put(name, all(MARK, attribute.group(3)));
		});
		Map<String, String> answers = new LinkedHashMap<>();
		Matcher question = QUESTION.matcher(find(pane, "<section class=\"questions\">(.*?)</section>").orElseThrow());
		question.results().forEach((asked) -> answers.put(text(asked.group(1)), text(asked.group(2))));
		List<SeenExchange> exchanges = new ArrayList<>();
		EXCHANGE.matcher(pane)
			.results()
			.forEach((found) -> exchanges.add(SeenExchange.on(found.group(1),
					(exchanges.isEmpty()) ? null : exchanges.get(exchanges.size() - 1))));
		return new SeenPane(exchanges, find(section, "<h3>.*?<code>([^<]*)</code></h3>").orElse(null), attributes,
				marks, answers);
	}

	/**
	 * The pane's markup.
	 * @param page the page, which must have one
	 * @return the markup
	 */
	static String markup(Page page) {
		return page.find("(<aside class=\"server-view\".*?</aside>)");
	}

	static boolean isOn(Page page) {
		return page.body().contains("<aside class=\"server-view\"");
	}

	static List<String> codes(String markup) {
		return all(CODE, markup);
	}

	private static List<String> all(Pattern pattern, String markup) {
		return new ArrayList<>(
				pattern.matcher(markup).results().map((MatchResult found) -> text(found.group(1))).toList());
	}

	static Optional<String> find(String markup, String regex) {
		Matcher found = Pattern.compile(regex, Pattern.DOTALL).matcher(markup);
		return (found.find()) ? Optional.of(found.group(1)) : Optional.empty();
	}

	/**
	 * What a person reads.
	 * @param markup markup
	 * @return the text in one line
	 */
	static String text(String markup) {
		return HtmlUtils.htmlUnescape(markup.replaceAll("<[^>]*>", " ")).replaceAll("[ \t\n]+", " ").strip();
	}

}
