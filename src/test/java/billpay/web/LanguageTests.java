package billpay.web;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which language a browser gets, and how it changes and keeps it.
 */
class LanguageTests extends OverHttp {

	private static String languageOf(Page page) {
		assertThat(page.status()).isEqualTo(200);
		String language = page.find("<html lang=\"([^\"]+)\"");
		assertThat(page.textOf("h1")).isEqualTo((language.equals("en")) ? "Sign in" : "登入");
		return language;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			zh-TW                    | zh-Hant
			zh-CN                    | zh-Hant
			zh                       | zh-Hant
			zh-Hant-HK               | zh-Hant
			en                       | en
			en-GB                    | en
			fr                       | en
			fr, zh-TW;q=0.5          | zh-Hant
			fr, en;q=0.8, zh;q=0.5   | en
			zh-TW;q=0.1, en          | en
			*                        | en
			!!;q=x                   | en
			''                       | en
			""")
	void aBrowserGetsTheFirstOfItsLanguagesThatWeSpeak(String accepted, String language) {
		assertThat(languageOf(newBrowser().with("Accept-Language", accepted).get("/login"))).isEqualTo(language);
	}

	@Test
	void theLanguageLinkKeepsThePageToComeBackTo() {
		assertThat(newBrowser().get("/login?next=/payments").body())
			.containsPattern("href=\"/login\\?next=(%2F|/)payments&amp;lang=zh-TW\"");
	}

	@Test
	void aBrowserThatSaysNothingGetsEnglish() {
		assertThat(languageOf(newBrowser().get("/login"))).isEqualTo("en");
	}

	@Test
	void aLanguageThatWasAskedForOnceIsRememberedInALongLivedCookie() {
		HttpBrowser browser = newBrowser().with("Accept-Language", "en");
		Page page = browser.get("/login?lang=zh-TW");
		assertThat(languageOf(page)).isEqualTo("zh-Hant");
		assertThat(page.setCookie("BILLPAY_LANGUAGE")).startsWith("BILLPAY_LANGUAGE=zh-TW;")
			.contains("Max-Age=31536000", "Path=/", "HttpOnly", "SameSite=Lax");
		assertThat(languageOf(browser.get("/login"))).isEqualTo("zh-Hant");
		assertThat(languageOf(browser.get("/login?lang=en"))).isEqualTo("en");
		assertThat(languageOf(browser.get("/login"))).isEqualTo("en");
	}

	@Test
	void everyPageLinksToTheOtherLanguage() {
		HttpBrowser browser = newBrowser();
		assertThat(languageOf(browser.get(browser.get("/login").find("<a href=\"([^\"]+)\" lang=\"zh-Hant\""))))
			.isEqualTo("zh-Hant");
		assertThat(languageOf(browser.get(browser.get("/login").find("<a href=\"([^\"]+)\" lang=\"en\""))))
			.isEqualTo("en");
	}

	@ParameterizedTest
	@ValueSource(strings = { "xx", "fr", "", "e", "-", "%3Cscript%3E", "zh_TW%0d%0aX-Evil:1", "en;q=1",
			"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
	void aLanguageThatWeDoNotSpeakIsIgnored(String asked) {
		HttpBrowser browser = newBrowser().with("Accept-Language", "zh-TW");
		Page page = browser.get("/login?lang=" + asked);
		assertThat(languageOf(page)).isEqualTo("zh-Hant");
		assertThat(page.setCookie("BILLPAY_LANGUAGE")).doesNotContain("=" + asked + ";");
		assertThat(languageOf(browser.get("/login"))).isEqualTo("zh-Hant");
	}

	@ParameterizedTest
	@ValueSource(strings = { "xx", "fr", "%%%", "-", "!", "zh.TW", "\"zh-TW", "a b", "_" })
	void aBrokenLanguageCookieIsIgnored(String cookie) {
		HttpBrowser browser = newBrowser().with("Accept-Language", "zh-TW");
		browser.cookies().put("BILLPAY_LANGUAGE", cookie);
		assertThat(languageOf(browser.get("/login"))).isEqualTo("zh-Hant");
	}

	@Test
	void aFormNeverChangesTheLanguage() {
		HttpBrowser browser = newBrowser();
		browser.get("/signup");
		Page page = browser.post("/signup?lang=zh-TW", "username", "?");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.find("<html lang=\"([^\"]+)\"")).isEqualTo("en");
	}

	@Test
	void anErrorPageIsInTheRememberedLanguageToo() {
		HttpBrowser browser = newBrowser();
		browser.get("/login?lang=zh-TW");
		assertThat(browser.get("/nowhere").text()).contains("這個網址沒有對應的頁面。");
	}

}
