package billpay.lab.mistake.csrf;

import java.io.UnsupportedEncodingException;
import java.util.List;

import billpay.lab.mistake.MistakesOverHttp;
import billpay.support.HttpBrowser;
import billpay.support.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A form that another site sends. What a browser does with the cookie is in
 * {@code MistakesInBrowserTests}.
 */
class NoCsrfTokenTests extends MistakesOverHttp {

	private static final String PAGE = "/lab/mistakes/no-csrf-token";

	@Autowired
	private WebApplicationContext context;

	@Test
	void theWrongHalfDoesWhatAnotherSiteSends() {
		HttpBrowser browser = afterAVisit();
		assertThat(answer(send(browser, "no-csrf-token/wrong/send", "to", "ATTACKER"), "wrong"))
			.isEqualTo("The money was sent to the attacker.");
	}

	@Test
	void theRightHalfRefusesAFormWithoutTheToken() {
		HttpBrowser browser = afterAVisit();
		String foreign = afterAVisit().get(PAGE).find("name=\"token\" value=\"([^\"]+)\"");
		for (String[] fields : new String[][] { { "to", "ATTACKER" }, { "to", "ATTACKER", "token", "" },
				{ "to", "ATTACKER", "token", "x" }, { "to", "ATTACKER", "token", foreign } }) {
			Page page = send(browser, "no-csrf-token/right/send", fields);
			assertThat(page.status()).isEqualTo(403);
			assertThat(page.text()).contains("without the token of this session");
		}
		assertThat(answer(browser.get(PAGE), "right")).isEqualTo("Nothing has been sent.");
	}

	@Test
	void aRefusalLeadsBackAndIsInTheLanguageThatTheFormCarries() {
		String form = browser().with("Accept-Language", "zh-TW")
			.get(PAGE + "/other-site")
			.find("name=\"lang\" value=\"([^\"]+)\"");
		for (HttpBrowser browser : List.of(afterAVisit(), browser())) {
			Page page = send(browser, "no-csrf-token/right/send", "to", "ATTACKER", "lang", form);
			assertThat(page.status()).isEqualTo(403);
			assertThat(page.body()).contains("lang=\"zh-Hant\"",
					"<a role=\"button\" class=\"outline\" href=\"" + PAGE + "\"");
			assertThat(page.text()).contains("伺服器拒絕了這個表單");
		}
		assertThat(send(afterAVisit(), "no-csrf-token/right/send", "to", "ATTACKER", "lang", "xx").text())
			.contains("This is the right half at work");
	}

	@Test
	void theRightHalfDoesWhatItsOwnFormSays() {
		HttpBrowser browser = browser();
		String token = browser.get(PAGE).find("name=\"token\" value=\"([^\"]+)\"");
		assertThat(answer(send(browser, "no-csrf-token/right/send", "to", "JAN", "token", token), "right"))
			.isEqualTo("The money was sent to jan.");
	}

	@Test
	void theTokenHasRandomBitsEnough() {
		String token = browser().get(PAGE).find("name=\"token\" value=\"([^\"]+)\"");
		assertThat(token).matches("[\\w-]{22,}");
		assertThat(browser().get(PAGE).find("name=\"token\" value=\"([^\"]+)\"")).isNotEqualTo(token);
	}

	@Test
	void aSessionWithoutATokenIsNoSessionOfThisPage() {
		HttpBrowser browser = browser();
		browser.get("/lab/mistakes/fixed-session-id");
		browser.cookies().put("LAB_NO_SAMESITE", browser.cookies().get("LAB_MISTAKES"));
		refused(browser, "no-csrf-token/right/send", "to", "JAN", "token", "");
		refused(browser, "no-csrf-token/right/send", "to", "JAN");
	}

	@Test
	void theLinkToTheOtherSiteIsOnlyThereOnItsOwnMachine() throws UnsupportedEncodingException {
		assertThat(pageAt("127.0.0.1")).contains("href=\"http://127.0.0.1:80" + PAGE + "/other-site?lang=")
			.doesNotContain("on the machine that BillPay runs on");
		assertThat(pageAt("192.168.1.20")).doesNotContain("/other-site")
			.contains("Try this in a browser on the machine that BillPay runs on.")
			.contains("http://192.168.1.20:80" + PAGE + "/right/send")
			.doesNotContain("http://localhost");
	}

	@Test
	void byAnotherNameOfThisMachineThePageLeadsToLocalhost() throws UnsupportedEncodingException {
		assertThat(pageAt("127.0.0.1", "127.0.0.1"))
			.contains("<a href=\"http://localhost:80" + PAGE + "?lang=en\">", "open the page at localhost")
			.doesNotContain("/other-site", "on the machine that BillPay runs on");
	}

	private String pageAt(String address) throws UnsupportedEncodingException {
		return pageAt(address, "localhost");
	}

	private String pageAt(String address, String host) throws UnsupportedEncodingException {
		return MockMvcTester.from(this.context).get().uri(PAGE).with((request) -> {
			request.setServerName(host);
			request.setLocalAddr(address);
			return request;
		}).exchange().getMvcResult().getResponse().getContentAsString();
	}

	@Test
	void theCookieHasNoSameSiteAndIsCreatedAnew() {
		assertThat(browser().get(PAGE).setCookies()).filteredOn((cookie) -> cookie.startsWith("LAB_NO_SAMESITE="))
			.hasSize(2)
			.allMatch((cookie) -> cookie.contains("Path=/lab/mistakes/no-csrf-token;"))
			.noneMatch((cookie) -> cookie.contains("SameSite"))
			.satisfiesExactly((gone) -> assertThat(gone).contains("Max-Age=0"),
					(created) -> assertThat(created).doesNotContain("Max-Age"));
	}

	@Test
	void aFormWithoutTheCookieIsRefusedWithASentence() {
		Page page = post(browser(), "no-csrf-token/wrong/send", "to", "ATTACKER");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text()).contains("Your browser has sent no cookie of this page");
		HttpBrowser invented = browser();
		invented.cookies().put("LAB_NO_SAMESITE", "x");
		refused(invented, "no-csrf-token/right/send", "to", "JAN");
	}

	@Test
	void whatIsNoRecipientIsRefused() {
		refused(afterAVisit(), "no-csrf-token/wrong/send");
		refused(afterAVisit(), "no-csrf-token/wrong/send", "to", "phil");
		refused(afterAVisit(), "no-csrf-token/right/send", "to", "");
	}

	@Test
	void theOtherSitesPageMaySendFormsToThisMistakeAlone() {
		HttpBrowser browser = browser();
		Page page = browser.get(PAGE + "/other-site");
		String target = page.find("action=\"(http://localhost:\\d+/lab/mistakes/no-csrf-token/)wrong/send\"");
		String policy = page.header("Content-Security-Policy");
		assertThat(policy).contains("form-action 'self' " + target + ";");
		assertThat(browser.get(PAGE).header("Content-Security-Policy"))
			.isEqualTo(policy.replace(" " + target + ";", ";"));
	}

	@Test
	void anotherSiteStillSendsNothingToTheOtherMistakes() {
		HttpBrowser browser = browser().with("Sec-Fetch-Site", "cross-site");
		assertThat(browser.post("/lab/mistakes/client-price/right/pay", "bill", "MARK").status()).isEqualTo(403);
	}

	// The page, and then a form as another site sends it.
	private HttpBrowser afterAVisit() {
		HttpBrowser browser = browser();
		browser.get(PAGE);
		return browser.with("Sec-Fetch-Site", "cross-site").with("Origin", "http://127.0.0.1:8080");
	}

}
