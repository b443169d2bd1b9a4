package billpay.lab.mistake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import billpay.support.HttpBrowser;
import billpay.support.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for the page of every mistake.
 */
class MistakePagesTests extends MistakesOverHttp {

	private static final Pattern CODE = Pattern
		.compile("<p><code>(\\w+)\\.\\w+</code></p>\\s*<pre[^>]*><code class=\"source\">([^<]*)</code>");

	@Autowired
	private MistakeRegistry mistakes;

	@Test
	void theLabLeadsToTheListAndTheListToEveryMistake() {
		assertThat(browser().get("/lab").body()).contains("href=\"/lab/mistakes\"");
		Page list = browser().get("/lab/mistakes");
		assertThat(this.mistakes.names()).isNotEmpty()
			.allSatisfy((name) -> assertThat(list.body()).contains("href=\"/lab/mistakes/" + name + "\""));
	}

	@Test
	void anUnknownMistakeIsNotFound() {
		assertThat(browser().get("/lab/mistakes/nothing").status()).isEqualTo(404);
		assertThat(post(browser(), "nothing/wrong/pay").status()).isEqualTo(404);
	}

	@Test
	void everyPageSaysWhatIsWrongOnPurpose() {
		for (String name : this.mistakes.names()) {
			assertThat(page(name).text()).as(name)
				.contains("This half is wrong on purpose.")
				.doesNotContain("switched off");
		}
	}

	@Test
	void anInventedIdIsNoError() {
		for (String name : this.mistakes.names()) {
			for (String id : List.of("x", "00000000-0000-0000-0000-000000000000", "a".repeat(4000))) {
				HttpBrowser browser = browser();
				browser.cookies().put("LAB_MISTAKES", id);
				assertThat(browser.get("/lab/mistakes/" + name).status()).as(name).isEqualTo(200);
			}
		}
	}

	@Test
	void theResetOfTheLabForgetsTheMistakes() {
		HttpBrowser browser = browser();
		send(browser, "client-price/right/pay", "bill", "MARK");
		assertThat(browser.cookies()).containsKey("LAB_MISTAKES");
		browser.post(browser.get("/lab").find("action=\"([^\"]+/reset)\""));
		assertThat(browser.cookies()).doesNotContainKey("LAB_MISTAKES");
		assertThat(answer(browser.get("/lab/mistakes/client-price"), "right")).contains("Nothing has been paid");
	}

	@Test
	void theCodeOnThePageIsInTheClassesThatItNames() throws IOException {
		for (String name : this.mistakes.names()) {
			Class<?> type = this.mistakes.get(name).getClass();
			String source = Files.readString(Path.of("src/main/java", type.getName().replace('.', '/') + ".java"));
			Matcher code = CODE.matcher(page(name).body());
			int halves = 0;
			while (code.find()) {
				halves++;
				assertThat(code.group(1)).isEqualTo(type.getSimpleName());
				assertThat(code.group(2).lines()).as(name).hasSizeLessThanOrEqualTo(3);
				HtmlUtils.htmlUnescape(code.group(2)).lines().forEach((line) -> assertThat(source).contains(line));
			}
			assertThat(halves).as(name).isEqualTo(2);
		}
	}

	private Page page(String name) {
		Page page = browser().get("/lab/mistakes/" + name);
		assertThat(page.status()).isEqualTo(200);
		return page;
	}

}
