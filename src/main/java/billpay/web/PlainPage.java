package billpay.web;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * A page for when nothing can be relied on: a headline and a sentence, and which node
 * says it. It asks no store and no template, and links to nothing, because there may be
 * no application to link into.
 */
@Component
class PlainPage {

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="%1$s">
			<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<title>%2$s &ndash; BillPay</title>
			</head>
			<body>
				<main>
					<h1>%2$s</h1>
					<p class="lead">%3$s</p>%4$s
				</main>
			</body>
			</html>
			""";

	private static final String ANSWERED_BY = "\n\t\t<p><small>%s <strong>%s</strong></small></p>";

	private final MessageSource messages;

	private final Node node;

	PlainPage(MessageSource messages, Node node) {
		this.messages = messages;
		this.node = node;
	}

	/**
	 * Writes the page.
	 * @param status the answer's status, from 400
	 * @param sentence what there is to say
	 * @param locale the language
	 * @return the page as HTML
	 */
	String write(int status, String sentence, Locale locale) {
		String title = ErrorPageController.heading(this.messages, status, locale);
		return PAGE.formatted(locale.toLanguageTag(), HtmlUtils.htmlEscape(title), HtmlUtils.htmlEscape(sentence),
				answeredBy(locale));
	}

	private String answeredBy(Locale locale) {
		String name = this.node.name();
		return (name != null) ? ANSWERED_BY.formatted(this.messages.getMessage("layout.node", null, locale),
				HtmlUtils.htmlEscape(name)) : "";
	}

}
