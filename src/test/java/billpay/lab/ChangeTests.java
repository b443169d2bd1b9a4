package billpay.lab;

import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The attempts to deceive the server begin with what the browser carries.
 */
class ChangeTests extends OverHttp {

	private static final String PHILS_TEN_LINES = "phoneNumber=2125550103&lines=10";

	private Page number(String technique, String form) {
		return newBrowser().send("POST", "/lab/" + technique + "/number", form);
	}

	private Page change(String technique, String form) {
		return newBrowser().send("POST", "/lab/" + technique + "/change", form);
	}

	private static String state(Page page) {
		return page.find("<code id=\"state\">([^<]*)</code>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "query-string", "hidden-field", "session-storage", "local-storage" })
	void aChangeKeepsTheRestOfTheOrder(String technique) {
		Page number = number(technique, PHILS_TEN_LINES);
		String own = state(number);
		assertThat(number.find("name=\"carried\" value=\"([^\"]*)\"")).isEqualTo(own);
		Page changed = change(technique, "attempt=NUMBER&carried=" + own);
		assertThat(state(changed)).isEqualTo(own.replace("2125550103", "2125550102"));
		assertThat(changed.text())
			.contains("You have written jan's number", "You did this, and not the server",
					"What your browser carries now")
			.doesNotContain("this began with");
		Page cheaper = change(technique, "attempt=AMOUNT&carried=" + state(changed));
		assertThat(state(cheaper)).isEqualTo(state(changed).replace("_25.00_", "_0.01_"));
		assertThat(cheaper.text()).contains("You have written a price of 0.01");
	}

	@ParameterizedTest
	@ValueSource(strings = { "FOO", "%F0%9F%98%80", "number" })
	void anAttemptThatDoesNotExistIsABadRequest(String attempt) {
		Page refused = change("query-string", "attempt=" + attempt);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.text()).contains("The server could not read this request.");
	}

	@Test
	void aChangeOfACookieBeginsWithTheCookie() {
		Page changed = newBrowser().with("Cookie", "LAB_ORDER=" + state(number("cookie", PHILS_TEN_LINES)))
			.send("POST", "/lab/cookie/change", "attempt=NUMBER&carried=2125550101_bill_40.00");
		assertThat(state(changed)).startsWith("2125550102_bill_25.00_add-on-1_").contains("add-on-9");
		assertThat(changed.setCookie("LAB_ORDER")).startsWith("LAB_ORDER=" + state(changed) + ";");
	}

	@ParameterizedTest
	@ValueSource(strings = { "query-string", "cookie", "token", "server-session" })
	void withoutAnOrderAChangeBeginsWithMarksAndSaysSo(String technique) {
		assertThat(change(technique, "attempt=STEAL&carried=x").text()).contains("this began with mark's bill alone.");
		assertThat(change(technique, "attempt=STEAL").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "NUMBER,There was nothing to change:", "CUT,You have cut", "GUESS,You have changed the last character",
			"STEAL,Your browser now carries what the server made for phil" })
	void thePageSaysWhichAttemptItWas(String attempt, String sentence) {
		String id = state(number("session-id-in-url", PHILS_TEN_LINES));
		Page changed = change("session-id-in-url", "attempt=" + attempt + "&carried=" + id);
		assertThat(changed.text()).contains(sentence);
		assertThat(state(changed).equals(id)).isEqualTo(attempt.equals("NUMBER"));
	}

	@ParameterizedTest
	@CsvSource({ "query-string,An order of the lab looks like,begins with mark's bill;",
			"cookie,An order of the lab looks like,begins with what is in your cookie",
			"signed-cookie,A signed order looks like,begins with what is in your cookie",
			"session-id-in-url,The id of a session is 32 letters,begins with mark's bill;",
			"server-session,The id of a session is 32 letters,begins with what is in your cookie",
			"token,A token has three parts,begins with mark's bill;",
			"nothing,Write what you like.,your browser carries nothing" })
	void thePageSaysWhatCanBeChanged(String technique, String format, String begin) {
		Page page = newBrowser().get("/lab/" + technique);
		assertThat(page.find("id=\"text-hint\">([^<]*)<")).startsWith(format);
		assertThat(page.text()).contains(begin);
		assertThat(number(technique, PHILS_TEN_LINES).find("id=\"text-hint\">([^<]*)<")).startsWith(format);
	}

	@ParameterizedTest
	@ValueSource(strings = { "signed-cookie", "session-id-in-url", "server-session", "token" })
	void theStateLooksAsThePageSays(String technique) {
		String state = state(number(technique, "phoneNumber=2125550101"));
		switch (technique) {
			case "signed-cookie" -> assertThat(state).matches("\\d{10}_bill_[\\d.]+~[\\w-]{43}");
			case "token" -> assertThat(state).matches("[\\w-]+[.][\\w-]+[.][\\w-]+");
			default -> assertThat(state).matches("[\\w-]{32}");
		}
	}

	@Test
	void whereNothingIsCarriedNoTextIsCarried() {
		Page changed = change("nothing", "text=abc");
		assertThat(changed.text()).contains("There was nothing to change").doesNotContain("carries your own text");
		assertThat(changed.body()).doesNotContain("id=\"state\"");
	}

	@Test
	void aTextOfOnesOwnIsCarriedAsItIs() {
		Page changed = change("hidden-field", "text=%22a%3Bb+%E8%99%9F%22&carried=x");
		assertThat(changed.text()).contains("Your browser now carries your own text.");
		assertThat(changed.body()).contains("name=\"order\" value=\"&quot;a;b 號&quot;\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cookie", "signed-cookie", "server-session", "token" })
	void aHeaderCannotCarryEveryText(String technique) {
		Page page = change(technique, "text=a%3Bb%20c");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.find("id=\"text-error\"[^>]*>([^<]*)<")).contains("sends the text in a header");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "text=", "carried=x" })
	void anEmptyTextIsAnErrorAtTheField(String form) {
		Page page = change("hidden-field", form);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.find("id=\"text-error\"[^>]*>([^<]*)<")).isEqualTo("Write a text of 1 to 4,000 characters.");
	}

}
