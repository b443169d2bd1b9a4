package billpay.cookies;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import billpay.support.Browser;
import billpay.support.HttpBrowser;
import billpay.support.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a server's page of cookies says, held against the {@code Set-Cookie} of each.
 */
final class CookieTruth {

	private static final Pattern CARD = Pattern.compile("<article[^>]*\\sid=\"([^\"]+)\">(.*?)</article>",
			Pattern.DOTALL);

	private static final Pattern ATTRIBUTE = Pattern.compile("<code class=\"attribute\">([^<]+)</code>");

	private CookieTruth() {
	}

	/**
	 * Lets a browser be given every cookie there is.
	 * @param browser a browser without cookies
	 * @param username who signs in
	 * @param password their password
	 * @return the {@code Set-Cookie} of each, by name
	 */
	static Map<String, String> giveEveryCookie(Browser browser, String username, String password) {
		Map<String, String> given = new TreeMap<>();
		collect(browser.get("/login?lang=en"), given);
		collect(browser.post("/login", "username", username, "password", password), given);
		return given;
	}

	private static void collect(Page page, Map<String, String> given) {
		page.setCookies().forEach((cookie) -> given.put(cookie.substring(0, cookie.indexOf('=')), cookie));
	}

	/**
	 * What the page says of each cookie.
	 * @param page the page of cookies
	 * @return the cards by the cookie's name
	 */
	static Map<String, String> cards(Page page) {
		assertThat(page.status()).isEqualTo(200);
		Map<String, String> cards = new TreeMap<>();
		Matcher card = CARD.matcher(page.body());
		while (card.find()) {
			cards.put(card.group(1), card.group(2));
		}
		return cards;
	}

	/**
	 * What the page says of all cookies.
	 * @param page the page of cookies
	 * @return the markup
	 */
	static String shared(Page page) {
		return page.find("<section id=\"shared\">(.*?)</section>");
	}

	/**
	 * What the page says of all cookies of one kind, temporary or long-lived.
	 */
	private static String kind(Page page, String name) {
		return page.find("<h2>[^<]*</h2>((?:(?!<h2>).)*?)<article(?:(?!<h2>).)*? id=\"" + name + "\"");
	}

	/**
	 * The attributes that the page names.
	 * @param card a cookie's card
	 * @return the attributes as they stand in a {@code Set-Cookie}
	 */
	static Set<String> told(String card) {
		return ATTRIBUTE.matcher(card).results().map((found) -> found.group(1)).collect(Collectors.toSet());
	}

	/**
	 * The attributes that really are set, but for {@code Expires}, which repeats
	 * {@code Max-Age}.
	 * @param setCookie the header's value
	 * @return the attributes
	 */
	static Set<String> set(String setCookie) {
		return Arrays.stream(setCookie.split("; "))
			.skip(1)
			.filter((attribute) -> !attribute.startsWith("Expires="))
			.collect(Collectors.toSet());
	}

	/**
	 * Holds what the page says against what is set and against what makes the browser
	 * forget.
	 * @param browser a browser without cookies
	 * @param username who signs in
	 * @param password their password
	 * @param names the names that the cookies must have
	 */
	static void check(HttpBrowser browser, String username, String password, String... names) {
		Map<String, String> given = giveEveryCookie(browser, username, password);
		assertThat(given).containsOnlyKeys(names);
		Page page = browser.get("/cookies");
		assertThat(cards(page)).containsOnlyKeys(names);
		String shared = shared(page);
		cards(page).forEach((name, card) -> {
			assertThat(Stream.of(card, shared, kind(page, name)).flatMap((part) -> told(part).stream())).as(name)
				.containsExactlyInAnyOrderElementsOf(set(given.get(name)));
			assertThat(card).as(name).contains("<code>" + name + "</code>", "Sent with this request.");
		});
		for (String name : names) {
			Page answer = forgetIn(browser, name);
			assertThat(answer.setCookies()).as(name).singleElement().asString().startsWith(name + "=;");
			Set<String> order = set(answer.setCookie(name));
			assertThat(order).as(name).contains("Max-Age=0");
			assertThat(withoutAge(order)).as(name).isEqualTo(withoutAge(set(given.get(name))));
		}
	}

	private static Page forgetIn(Browser browser, String name) {
		Map<String, String> cookies = Map.copyOf(browser.cookies());
		browser.get("/cookies");
		Page answer = browser.post("/cookies/forget", "name", name);
		assertThat(answer.status()).as(name).isEqualTo(303);
		browser.cookies().clear();
		browser.cookies().putAll(cookies);
		return answer;
	}

	private static Set<String> withoutAge(Set<String> attributes) {
		return attributes.stream().filter((attribute) -> !attribute.startsWith("Max-Age=")).collect(Collectors.toSet());
	}

}
