package billpay.lab;

import java.util.List;
import java.util.stream.Stream;

import billpay.support.OverHttp;
import org.junit.jupiter.api.Test;

import org.springframework.web.bind.annotation.RequestMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of words.
 */
class WordsTests extends OverHttp {

	private static final List<String> OTHERS = List.of("/lab/", "/lab/words", "/lab/mistakes/no-csrf-token/other-site");

	@Test
	void everyPageOfTheLabLeadsToTheWords() {
		List<String> pages = Stream
			.concat(Stream.of("/lab/mistakes/lost-update", "/lab/token", "/lab/nothing/card"),
					addresses(RequestMethod.GET).stream())
			.filter((address) -> address.startsWith("/lab") && !address.contains("{") && !address.contains("/wrong/"))
			.filter((address) -> !OTHERS.contains(address))
			.toList();
		assertThat(pages).contains("/lab", "/lab/browsers", "/lab/mistakes", "/lab/mistakes/get-that-pays/message");
		for (String page : pages) {
			assertThat(newBrowser().get(page).body()).as(page).contains("href=\"/lab/words\"");
		}
	}

	@Test
	void aWordHasASentenceInBothLanguages() {
		assertThat(newBrowser().get("/lab/words").text()).contains("SameSite", "HMAC", "The lab", "Access log")
			.doesNotContain("??");
		assertThat(newBrowser().get("/lab/words?lang=zh-TW").text()).contains("簽章", "存取紀錄").doesNotContain("??");
		assertThat(newBrowser().get("/lab").body()).doesNotContain("class=\"lab-words\"");
	}

}
