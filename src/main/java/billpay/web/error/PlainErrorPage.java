package billpay.web.error;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import billpay.web.NodeProperties;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * An error page that needs neither template nor store: a headline, a sentence and the
 * name of the node. It has no links, because the application may be unavailable.
 */
@Component
public class PlainErrorPage {

	private final String page;

	private final MessageSource messages;

	private final ErrorMessages errors;

	private final NodeProperties node;

	PlainErrorPage(@Value("classpath:billpay/web/error/plain-error-page.html") Resource page, MessageSource messages,
			ErrorMessages errors, NodeProperties node) throws IOException {
		this.page = page.getContentAsString(StandardCharsets.UTF_8);
		this.messages = messages;
		this.errors = errors;
		this.node = node;
	}

	/**
	 * Writes the page.
	 * @param status the answer's status, from 400
	 * @param sentence what there is to say
	 * @param locale the language
	 * @return the page as HTML
	 */
	public String render(int status, String sentence, Locale locale) {
		String title = this.errors.heading(status, locale);
		return this.page.formatted(locale.toLanguageTag(), HtmlUtils.htmlEscape(title), HtmlUtils.htmlEscape(sentence),
				answeredBy(locale));
	}

	/**
	 * Writes the page with the status's own sentence.
	 * @param status the answer's status, from 400
	 * @param locale the language
	 * @return the page as HTML
	 */
	public String render(int status, Locale locale) {
		return render(status, this.errors.sentence(status, locale), locale);
	}

	private String answeredBy(Locale locale) {
		String name = this.node.name();
		return (name != null) ? this.messages.getMessage("layout.node", null, locale) + " " + HtmlUtils.htmlEscape(name)
				: "";
	}

}
