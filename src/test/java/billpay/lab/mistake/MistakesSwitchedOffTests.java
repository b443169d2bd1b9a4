package billpay.lab.mistake;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The mistakes as the application starts by default.
 */
class MistakesSwitchedOffTests extends OverHttp {

	@Autowired
	private MistakeRegistry mistakes;

	@Test
	void everyPageSaysHowToSwitchTheWrongHalvesOnAndHasNoFormForThem() {
		for (String name : this.mistakes.names()) {
			Page page = newBrowser().get("/lab/mistakes/" + name);
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.text()).contains("--billpay.lab.mistakes=true").doesNotContain(instructions(name));
			assertThat(page.main().body()).as(name)
				.doesNotContain("?sid=")
				.doesNotContainPattern("(action|href|src)=\"[^\"]*/wrong/")
				.containsPattern("action=\"[^\"]*/right/");
		}
	}

	/** What to do on the page of a mistake, which takes both halves. */
	static String instructions(String name) {
		return ResourceBundle.getBundle("messages", Locale.ROOT).getString("lab.mistake." + name + ".try");
	}

	@Test
	void whatIsSentToAWrongHalfIsAnsweredWithASentence() {
		List<String> posts = wrongHalves(RequestMethod.POST);
		List<String> gets = wrongHalves(RequestMethod.GET);
		assertThat(posts.size() + gets.size()).isEqualTo(this.mistakes.names().size());
		HttpBrowser browser = newBrowser();
		posts.forEach((address) -> isRefused(browser.post(address)));
		gets.forEach((address) -> isRefused(browser.get(address)));
		assertThat(browser.cookies()).doesNotContainKey("LAB_MISTAKES");
	}

	private List<String> wrongHalves(RequestMethod method) {
		return addresses(method).stream().filter((address) -> address.matches("/lab/mistakes/.*/wrong/.*")).toList();
	}

	private static void isRefused(Page page) {
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text()).contains("The wrong halves are switched off.");
	}

	@Test
	void noLinkMakesABrowserUseTheSessionOfAnother() {
		HttpBrowser attacker = newBrowser();
		assertThat(attacker.get("/lab/mistakes/fixed-session-id").body()).doesNotContain("link-with-id");
		String id = attacker.cookies().get("LAB_MISTAKES");
		HttpBrowser victim = newBrowser();
		isRefused(victim.get("/lab/mistakes/fixed-session-id?sid=" + id));
		isRefused(victim.get("/lab/mistakes/fixed-session-id?sid=x"));
		assertThat(victim.cookies()).doesNotContainKey("LAB_MISTAKES");
	}

	@Test
	void aMessageDoesNotSayThatItCanPay() {
		assertThat(newBrowser().get("/lab/mistakes/get-that-pays/message").text()).contains("is due.")
			.doesNotContain("can pay");
	}

	@Test
	void theRightHalvesWork() {
		HttpBrowser browser = newBrowser();
		browser.post("/lab/mistakes/client-price/right/pay", "bill", "MARK");
		assertThat(browser.follow().find("<p id=\"right-answer\"[^>]*>([^<]*)<")).contains("$40.00");
	}

}
