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
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for the page of every mistake.
 */
class MistakePagesTests extends MistakesOverHttp {

	private static final Pattern CODE = Pattern
		.compile("<p><code>(\\w+)\\.(\\w+)</code></p>\\s*<pre[^>]*><code class=\"source\">([^<]*)</code>");

	@Autowired
	private MistakeRegistry mistakes;

	@Test
	void theLabLeadsToTheListAndTheListToEveryMistake() {
		assertThat(browser().get("/lab").body()).contains("href=\"/lab/mistakes\"");
		Page list = browser().get("/lab/mistakes");
		assertThat(list.text()).contains("The lab keeps what you do here for 10 minutes, in the memory of one node.");
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
				.contains("This half is wrong on purpose.", MistakesSwitchedOffTests.instructions(name))
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
	void aBrowserHasOneSessionForAllMistakes() {
		HttpBrowser browser = browser();
		this.mistakes.names().forEach((name) -> browser.get("/lab/mistakes/" + name));
		String id = browser.cookies().get("LAB_MISTAKES");
		send(browser, "client-price/right/pay", "bill", "MARK");
		send(browser, "changed-object/right/add");
		send(browser, "post-without-redirect/wrong/pay");
		assertThat(browser.cookies()).containsEntry("LAB_MISTAKES", id);
	}

	@Test
	void theResetOfTheLabForgetsTheMistakes() {
		HttpBrowser browser = browser();
		send(browser, "client-price/right/pay", "bill", "MARK");
		String token = browser.get("/lab/mistakes/no-csrf-token").find("name=\"token\" value=\"([^\"]+)\"");
		assertThat(browser.cookies()).containsKeys("LAB_MISTAKES", "LAB_NO_SAMESITE");
		Page reset = browser.post(browser.get("/lab").find("action=\"([^\"]+/reset)\""));
		assertThat(reset.setCookie("LAB_NO_SAMESITE")).contains("Path=/lab/mistakes/no-csrf-token;")
			.contains("Max-Age=0;");
		assertThat(browser.cookies().keySet()).noneMatch((name) -> name.startsWith("LAB_"));
		refused(browser, "no-csrf-token/right/send", "to", "JAN", "token", token);
		assertThat(answer(browser.get("/lab/mistakes/client-price"), "right")).contains("Nothing has been paid");
	}

	@Test
	void theResetOfAMistakeLeadsBackToIt() {
		HttpBrowser browser = browser();
		assertThat(browser.get("/lab/mistakes/fixed-session-id").find("name=\"mistake\" value=\"([^\"]+)\""))
			.isEqualTo("fixed-session-id");
		Page reset = browser.post("/lab/state/reset", "mistake", "fixed-session-id");
		assertThat(reset.location()).isEqualTo("/lab/mistakes/fixed-session-id?reset");
		assertThat(browser.follow().body()).contains("are deleted.", "data-reset");
		assertThat(browser.post("/lab/state/reset", "mistake", "//evil.example").status()).isEqualTo(404);
	}

	@Test
	void thePageSaysHowManyLinesACartTakes() {
		assertThat(page("changed-object").text()).contains("Each cart takes 9 lines at most.");
	}

	@Test
	void everyAddressAndTheLinkOfTheAttackerSetNoCookieButTheLabs() {
		HttpBrowser browser = browser();
		String link = browser.get("/lab/mistakes/fixed-session-id")
			.find("href=\"http://localhost:\\d+([^\"]+sid=[^\"]+)\"");
		assertThat(browser().get(link).status()).isEqualTo(303);
		this.mistakes.names().forEach(this::page);
		List<String> addresses = addresses(RequestMethod.GET).stream()
			.filter((address) -> address.startsWith("/lab/mistakes") && !address.contains("{"))
			.toList();
		assertThat(addresses).contains("/lab/mistakes/get-that-pays/message", "/lab/mistakes/no-csrf-token/other-site");
		addresses.forEach((address) -> browser().get(address));
	}

	@Test
	void theCodeOnThePageIsInTheMethodsThatItNames() throws IOException {
		for (String name : this.mistakes.names()) {
			Class<?> type = this.mistakes.get(name).getClass();
			String source = Files.readString(Path.of("src/main/java", type.getName().replace('.', '/') + ".java"));
			Matcher code = CODE.matcher(page(name).body());
			int halves = 0;
			while (code.find()) {
				halves++;
				assertThat(code.group(1)).isEqualTo(type.getSimpleName());
				assertThat(code.group(3).lines()).as(name).hasSizeLessThanOrEqualTo(3);
				assertThat(method(code.group(2), source))
					.contains(withoutIndentation(HtmlUtils.htmlUnescape(code.group(3))));
			}
			assertThat(halves).as(name).isEqualTo(2);
		}
	}

	// A method with its annotations.
	private static String method(String name, String source) {
		Matcher method = Pattern.compile("(?ms)^\t[^\n\t/*} ](?:(?!\n\n).)*? " + name + "\\(.*?^\t}$").matcher(source);
		assertThat(method.find()).as(name).isTrue();
		return withoutIndentation(method.group());
	}

	private static String withoutIndentation(String code) {
		return code.replaceAll("(?m)^\t+", "");
	}

	private Page page(String name) {
		Page page = browser().get("/lab/mistakes/" + name);
		assertThat(page.status()).isEqualTo(200);
		return page;
	}

}
