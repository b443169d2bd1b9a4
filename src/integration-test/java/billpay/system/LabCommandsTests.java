package billpay.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import billpay.lab.technique.Technique;
import billpay.lab.technique.TechniqueRegistry;
import billpay.support.OverHttp;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The {@code curl} commands on the pages of the lab, run by a shell.
 */
class LabCommandsTests extends OverHttp {

	@Autowired
	private TechniqueRegistry techniques;

	@BeforeEach
	void thereIsCurl() {
		Installed.assume("curl");
	}

	@Test
	void theCommandsOfATechniqueGiveWhatThePageSays(@TempDir Path folder) throws IOException, InterruptedException {
		for (Technique technique : this.techniques.all()) {
			assertThat(run("/lab/" + technique.name(), folder)).last(InstanceOfAssertFactories.STRING)
				.as(technique.name())
				.contains((technique.name().equals("nothing")) ? "For which number?"
						: "The server charges $40.00 for (212) 555-0101.");
		}
	}

	@Test
	void theCommandsOfTheTwoBrowsersLeaveTheOtherAlone(@TempDir Path folder) throws IOException, InterruptedException {
		assertThat(String.join("\n", run("/lab/browsers", folder))).contains(
				"$100.00 was paid out. The session says that $900.00 is left.", "The session begins with $500.00.");
	}

	@Test
	void theCommandsOfARightHalfNeedNoWrongOne(@TempDir Path folder) throws IOException, InterruptedException {
		List<String> pages = Pattern.compile("href=\"(/lab/mistakes/[^\"]+)\"")
			.matcher(newBrowser().get("/lab/mistakes").body())
			.results()
			.map((link) -> link.group(1))
			.toList();
		assertThat(pages).hasSize(7);
		for (String page : pages) {
			String result = newBrowser().get(page).find("<samp[^>]*>([^<]*)</samp>");
			assertThat(String.join("\n", run(page, folder))).as(page).contains(result);
		}
	}

	private List<String> run(String page, Path folder) throws IOException, InterruptedException {
		String commands = HtmlUtils.htmlUnescape(newBrowser().get(page).find("<code class=\"curl\">(.*?)</code>"));
		return Shell.run(commands, folder).replaceAll("</?span>", "").lines().toList();
	}

}
