package billpay.support;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back for one request.
 *
 * @param status the HTTP status
 * @param headers all headers, names in lower case
 * @param body the body as text
 */
public record Page(int status, Map<String, List<String>> headers, String body) {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final Pattern NOTICE = Pattern.compile("<p class=\"notice\" role=\"status\">([^<]*)</p>");

	private static final Pattern MAIN = Pattern.compile("<main.*?>(.*)</main>", Pattern.DOTALL);

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
		Matcher notice = NOTICE.matcher(this.body);
		return (notice.find()) ? notice.group(1).replace("&#39;", "'") : "";
	}

	/**
	 * The form token on the page.
	 * @return the token, or nothing when there is no form
	 */
	public Optional<String> token() {
		Matcher matcher = TOKEN.matcher(this.body);
		return (matcher.find()) ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	/**
	 * Something on the page.
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
	 * What a person reads in the main part of the page, without tags, in one line.
	 * @return the text
	 */
	public String text() {
		Matcher main = MAIN.matcher(this.body);
		return ((main.find()) ? main.group(1) : this.body).replaceAll("<[^>]*>", " ")
			.replace("&#39;", "'")
			.replace("&amp;", "&")
			.replaceAll("\\s+", " ")
			.strip();
	}

}
