package billpay.support;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * What came back for one request.
 *
 * @param status the HTTP status
 * @param headers all headers, names in lower case
 * @param body the body as text
 */
public record Page(int status, Map<String, List<String>> headers, String body) {

	/**
	 * The first value of a header.
	 * @param name the header's name
	 * @return the value, empty when there is none
	 */
	public String header(String name) {
		return this.headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of("")).get(0);
	}

	public String location() {
		return header("Location");
	}

	public List<String> setCookies() {
		return this.headers.getOrDefault("set-cookie", List.of());
	}

	/**
	 * The one cookie of a name that is set here.
	 * @param name the cookie's name
	 * @return the whole {@code Set-Cookie}, empty when there is none
	 */
	public String setCookie(String name) {
		return setCookies().stream().filter((cookie) -> cookie.startsWith(name + "=")).findFirst().orElse("");
	}

	/**
	 * What a redirect has left to be told on the page.
	 * @return the text, empty when there is none
	 */
	public String notice() {
		return Jsoup.parse(this.body).select("p.notice[role=status]").text();
	}

	/**
	 * The form token on the page.
	 * @return the token, or nothing when there is no form
	 */
	public Optional<String> token() {
		return Optional.ofNullable(Jsoup.parse(this.body).selectFirst("input[name=_csrf]")).map(Element::val);
	}

	/**
	 * What a field of a form holds.
	 * @param name the field's name
	 * @return the value of the first such field
	 */
	public String value(String name) {
		return attribute("[name=" + name + "][value]", "value");
	}

	/**
	 * An attribute of an element.
	 * @param selector the element, in CSS
	 * @param name the attribute's name
	 * @return its value in the first such element
	 */
	public String attribute(String selector, String name) {
		return element(selector).attr(name);
	}

	/**
	 * The text of an element.
	 * @param selector the element, in CSS
	 * @return the text of the first such element
	 */
	public String textOf(String selector) {
		return element(selector).text();
	}

	private Element element(String selector) {
		return Jsoup.parse(this.body).expectFirst(selector);
	}

	/**
	 * Something in the HTML of the page that no selector finds.
	 * @param regex an expression with one group
	 * @return what the group matches first
	 * @throws AssertionError when it is not there
	 */
	public String find(String regex) {
		Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(this.body);
		if (!matcher.find()) {
			throw new AssertionError("No " + regex + " on\n" + this.body);
		}
		return matcher.group(1);
	}

	/**
	 * The customer's own part of the page, without what the layout puts around it.
	 * @return a page of that alone
	 */
	public Page main() {
		return new Page(this.status, this.headers, find("(<main.*</main>)"));
	}

	/**
	 * The page without the server's notes on it, which name things of the inside.
	 * @return a page of the rest
	 */
	public Page withoutServerView() {
		return new Page(this.status, this.headers,
				this.body.replaceFirst("(?s)<aside class=\"server-view\".*?</aside>", ""));
	}

	/**
	 * What a person reads in the main part of the page, in one line.
	 * @return the text, with a space at every tag
	 */
	public String text() {
		Document page = Jsoup.parse(this.body);
		Element main = page.selectFirst("main");
		StringJoiner text = new StringJoiner(" ");
		NodeTraversor.traverse((node, depth) -> {
			if (node instanceof TextNode part) {
				text.add(part.text());
			}
		}, (main != null) ? main : page);
		return text.toString().replaceAll("\\s+", " ").strip();
	}

}
