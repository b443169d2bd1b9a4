package billpay.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.context.TestPropertySource;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The {@code curl} commands on the pages of the mistakes, run by a shell.
 */
@TestPropertySource(properties = "billpay.lab.mistakes=true")
class MistakeCommandsTests extends OverHttp {

	private static final Pattern COMMANDS = Pattern
		.compile("<code class=\"curl\">([^<]*)</code></pre>\\s*<p><span>[^<]*</span> <samp[^>]*>([^<]*)</samp>");

	@BeforeEach
	void thereIsCurl() {
		Installed.assume("curl", "awk", "grep");
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh-TW" })
	void theCommandsGiveWhatThePageSays(String language, @TempDir Path folder)
			throws IOException, InterruptedException {
		List<String> pages = Pattern.compile("href=\"(/lab/mistakes/[^\"]+)\"")
			.matcher(newBrowser().get("/lab/mistakes").body())
			.results()
			.map((link) -> link.group(1))
			.toList();
		assertThat(pages).hasSize(7);
		for (String path : pages) {
			Page page = newBrowser().get(path + "?lang=" + language);
			List<MatchResult> halves = COMMANDS.matcher(page.body()).results().toList();
			assertThat(halves).as(path).hasSize(2);
			for (MatchResult half : halves) {
				String commands = HtmlUtils.htmlUnescape(half.group(1));
				assertThat(Shell.run(commands, folder)).as(commands).contains(half.group(2)).doesNotContain("curl");
			}
		}
	}

}
