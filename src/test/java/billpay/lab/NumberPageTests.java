package billpay.lab;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page that answers the first request.
 */
class NumberPageTests extends OverHttp {

	private Page number(String technique, int lines) {
		return newBrowser().send("POST", "/lab/" + technique + "/number", "phoneNumber=2125550101&lines=" + lines);
	}

	@ParameterizedTest
	@CsvSource({ "query-string,1000,300,longer than the 16 KB", "token,1000,300,longer than the 16 KB",
			"cookie,300,100,too long for a cookie", "signed-cookie,300,100,too long for a cookie" })
	void saysBeforehandWhatTheNextRequestCannotCarry(String technique, int tooMany, int few, String sentence) {
		assertThat(number(technique, tooMany).find("<p id=\"too-long\"[^>]*>([^<]*)<")).contains(sentence);
		assertThat(number(technique, few).body()).doesNotContain("id=\"too-long\"");
	}

	@Test
	void doesNotSayThatTheBrowserHasACookieThatIsTooLong() {
		assertThat(number("cookie", 300).text()).doesNotContain("It is in the cookie LAB_ORDER of your browser");
		assertThat(number("cookie", 100).text()).contains("It is in the cookie LAB_ORDER of your browser");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "hidden-field", "session-id-in-url", "server-session", "session-storage", "local-storage" })
	void saysNothingOfALimitWhereNoneWasMeasured(String technique) {
		assertThat(number(technique, 1000).body()).doesNotContain("id=\"too-long\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "query-string", "hidden-field", "session-id-in-url", "session-storage", "local-storage",
			"token" })
	void showsThePartOfThePageThatHandsTheNumberOver(String technique) {
		Page page = number(technique, 1);
		String shown = page.find("<code id=\"handed-over\">(.*?)</code>");
		String part = HtmlUtils.htmlUnescape(shown.replaceAll("</?mark>", ""));
		assertThat(page.body().replace(shown, "")).contains(part);
		assertThat(shown).containsPattern("<mark>[\\w.-]{20,}</mark>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nothing", "cookie", "signed-cookie", "server-session" })
	void showsNoPartOfThePageWhereTheHeadersHandItOver(String technique) {
		assertThat(number(technique, 1).body()).doesNotContain("id=\"handed-over\"").containsOnlyOnce("<select");
	}

	@Test
	void marksWhatTheRequestHasBroughtAndWhatTheResponseBrings() {
		String first = number("signed-cookie", 1).find("<code id=\"state\">([^<]*)</code>");
		Page second = newBrowser().with("Cookie", "LAB_SIGNED_ORDER=" + first)
			.send("POST", "/lab/signed-cookie/number", "phoneNumber=2125550102");
		String other = second.find("<code id=\"state\">([^<]*)</code>");
		assertThat(second.body()).contains("LAB_SIGNED_ORDER=<mark>" + first + "</mark>",
				"LAB_SIGNED_ORDER=<mark>" + other + "</mark>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "99999999999" })
	void whatIsNoNumberOfLinesIsAnErrorInTheReadersLanguage(String lines) {
		HttpBrowser chinese = newBrowser().with("Accept-Language", "zh-TW");
		String form = "phoneNumber=2125550101&lines=" + lines;
		assertThat(newBrowser().send("POST", "/lab/cookie/number", form).find("id=\"lines-error\"[^>]*>([^<]*)<"))
			.isEqualTo("A cart of the lab has 1 to 1,000 lines.");
		assertThat(chinese.send("POST", "/lab/cookie/number", form).find("id=\"lines-error\"[^>]*>([^<]*)<"))
			.isEqualTo("實驗室的購物車有 1 到 1,000 個項目。");
	}

	@ParameterizedTest
	@CsvSource({ "/lab/cookie/number,/lab/cookie", "/lab/token/change,/lab/token", "/lab/,/lab" })
	void theAddressOfAFormLeadsToItsPage(String address, String page) {
		Page redirect = newBrowser().get(address);
		assertThat(redirect.status()).isEqualTo(303);
		assertThat(redirect.location()).isEqualTo(page);
		assertThat(newBrowser().get("/lab/telepathy/number").status()).isEqualTo(404);
	}

	@Test
	void aTokenIsShownDecoded() {
		Page page = number("token", 1);
		assertThat(HtmlUtils.htmlUnescape(page.find("<code id=\"decoded-payload\">([^<]*)<")))
			.contains("\"order\" : \"2125550101_bill_40.00\"");
		assertThat(page.text())
			.contains("Anybody can read and rewrite these parts, but only the key makes the third part");
		assertThat(newBrowser().get("/lab/token").body()).contains("id=\"decoded-header\"", "id=\"decoded-payload\"");
		Page cut = newBrowser().send("POST", "/lab/token/change", "attempt=CUT");
		assertThat(cut.body()).contains("id=\"decoded-header\"").doesNotContain("id=\"decoded-payload\"");
		assertThat(number("signed-cookie", 1).body()).doesNotContain("decoded-");
	}

	@ParameterizedTest
	@CsvSource({ "cookie,200,true", "token,200,true", "cookie,422,true", "token,422,false" })
	void saysWhenTheBrowserAsksBeforeItReloadsThePage(String technique, int status, boolean asks) {
		Page page = (status == 200) ? number(technique, 1)
				: newBrowser().send("POST", "/lab/" + technique + "/card", "card=x");
		assertThat(page.status()).isEqualTo(status);
		assertThat(page.text().contains("This page is the direct response")).isEqualTo(asks);
	}

	@Test
	void thePageOfNothingSaysThatNothingWasGiven() {
		assertThat(number("nothing", 1).text()).contains("Nothing. The form for the card contains the card only.");
	}

	@Test
	void aTextThatIsNoOrderIsRefusedWithTheFormOfOne() {
		Page page = newBrowser().send("POST", "/lab/hidden-field/card", "card=x&order=2125550102");
		assertThat(page.text()).contains("An order is written as 2125550102_bill_1.00");
	}

}
