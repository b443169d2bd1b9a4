package billpay.web.error;

import java.util.Locale;

import billpay.web.NodeProperties;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * An error page that needs neither request nor store: a headline, a sentence, the name of
 * the node and a link to the home page, which works without a store too.
 */
@Component
public class PlainErrorPage {

	private static final String TEMPLATE = "plain-error";

	private final ITemplateEngine templates;

	private final ErrorMessages errors;

	private final NodeProperties node;

	private final String home;

	// A request that Tomcat refuses has no context path yet.
	PlainErrorPage(ITemplateEngine templates, ErrorMessages errors, NodeProperties node,
			@Value("${server.servlet.context-path:}") String contextPath) {
		this.templates = templates;
		this.errors = errors;
		this.node = node;
		this.home = contextPath + "/";
	}

	/**
	 * Writes the page.
	 * @param status the response's status, from 400
	 * @param sentence what there is to say
	 * @param locale the language
	 * @return the page as HTML
	 */
	public String render(int status, String sentence, Locale locale) {
		Context page = new Context(locale);
		page.setVariable("language", locale.toLanguageTag());
		page.setVariable("title", this.errors.heading(status, locale));
		page.setVariable("sentence", sentence);
		page.setVariable("home", this.home);
		page.setVariable("node", this.node.name());
		return this.templates.process(TEMPLATE, page);
	}

	/**
	 * Writes the page with the status's own sentence.
	 * @param status the response's status, from 400
	 * @param locale the language
	 * @return the page as HTML
	 */
	public String render(int status, Locale locale) {
		return render(status, this.errors.sentence(status, locale), locale);
	}

}
