package billpay.serverview.experiment;

import java.util.List;

import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.dom.DOMMarkupParser;
import org.attoparser.dom.Element;
import org.attoparser.dom.INestableNode;
import org.attoparser.dom.Text;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/**
 * Reads the title of a page by the HTML parser that Thymeleaf brings along.
 */
final class PageTitleReader {

	private static final List<String> PATH = List.of("html", "head", "title");

	/** What the layout adds to the title. */
	private static final String SUFFIX = " – BillPay";

	private final DOMMarkupParser parser = new DOMMarkupParser(ParseConfiguration.htmlConfiguration());

	@Nullable String read(String page) {
		try {
			INestableNode node = this.parser.parse(page);
			for (String name : PATH) {
				node = child(node, name);
				if (node == null) {
					return null;
				}
			}
			Text text = node.getFirstChildOfType(Text.class);
			return (text != null) ? HtmlUtils.htmlUnescape(text.getContent()).replace(SUFFIX, "") : null;
		}
		catch (ParseException ex) {
			return null;
		}
	}

	private static @Nullable INestableNode child(INestableNode parent, String name) {
		for (Element element : parent.getChildrenOfType(Element.class)) {
			if (element.elementNameMatches(name)) {
				return element;
			}
		}
		return null;
	}

}
