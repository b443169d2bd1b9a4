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
 * An error page that needs neither template nor store: a headline, a sentence, the name
 * of the node and a link to the home page, which works without a store too.
 */
@Component
public class PlainErrorPage {

	private final String page;

	private final MessageSource messages;

	private final ErrorMessages errors;

	private final NodeProperties node;

	private final String home;

	// A request that Tomcat refuses has no context path yet.
	PlainErrorPage(@Value("classpath:billpay/web/error/plain-error-page.html") Resource page, MessageSource messages,
			ErrorMessages errors, NodeProperties node, @Value("${server.servlet.context-path:}") String contextPath)
			throws IOException {
		this.page = page.getContentAsString(StandardCharsets.UTF_8);
		this.messages = messages;
		this.errors = errors;
		this.node = node;
		this.home = contextPath + "/";
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
				this.home, this.messages.getMessage("error.home", null, locale), answeredBy(locale));
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
