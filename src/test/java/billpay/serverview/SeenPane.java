package billpay.serverview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import billpay.support.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server's side of a page, read from its markup.
 *
 * @param exchanges the requests that it tells of, the page's own last
 * @param session the fingerprint over the attributes, {@code null} when there is no
 * session
 * @param attributes what the session holds, by short name; {@code null} for what is not
 * shown
 * @param marks which request has changed it, by name
 * @param answers the answers to the six questions, by question
 */
record SeenPane(List<SeenExchange> exchanges, @Nullable String session, Map<String, @Nullable String> attributes,
		Map<String, List<String>> marks, Map<String, String> answers) {

	private static final Pattern EXCHANGE = Pattern.compile("<section class=\"exchange\">(.*?)</section>",
			Pattern.DOTALL);

	private static final Pattern ATTRIBUTE = Pattern.compile("<li class=\"([a-z ]*)\">(\\w+) = (.*?)</li>",
			Pattern.DOTALL);

	private static final Pattern QUESTION = Pattern.compile("<li>(.*?)\n(.*?)</li>", Pattern.DOTALL);

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
			List<String> lines = attribute.group(3).lines().map(SeenPane::text).toList();
			String name = attribute.group(2);
			boolean secret = attribute.group(1).contains("secret");
			assertThat(attribute.group(1).contains("changed")).as(name).isEqualTo(lines.toString().contains("← "));
			attributes.put(name, (secret) ? null : lines.get(0));
			marks.put(name, lines.stream().filter((line) -> line.startsWith("← ")).toList());
		});
		Map<String, String> answers = new LinkedHashMap<>();
		Matcher question = QUESTION.matcher(find(pane, "<section class=\"questions\">(.*?)</section>").orElseThrow());
		question.results()
			.forEach((asked) -> answers.put(text(asked.group(1)), text(asked.group(2).replace(" · ", " "))));
		List<SeenExchange> exchanges = new ArrayList<>();
		EXCHANGE.matcher(pane)
			.results()
			.forEach((found) -> exchanges.add(SeenExchange.on(found.group(1),
					(exchanges.isEmpty()) ? null : exchanges.get(exchanges.size() - 1))));
		return new SeenPane(exchanges, find(section, "<h3>[^<#]*(#[0-9a-f]+)</h3>").orElse(null), attributes, marks,
				answers);
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
