package billpay.lab;

import java.util.List;
import java.util.Map;

import billpay.support.ConcurrentTasks;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Browser A and browser B: two sessions with a balance in each.
 */
class TwoBrowsersLabTests extends OverHttp {

	private Page begin() {
		HttpBrowser browser = newBrowser();
		return browser.get(browser.send("POST", "/lab/browsers/sessions", "").location());
	}

	private Page act(Page page, String browser, String action) {
		String form = "a=" + page.find("name=\"a\" value=\"([^\"]+)\"") + "&b="
				+ page.find("name=\"b\" value=\"([^\"]+)\"") + "&browser=" + browser + "&action=" + action;
		return newBrowser().get(newBrowser().send("POST", "/lab/browsers/actions", form).location());
	}

	private static String balance(Page page, String owner) {
		return page.find("<dd>" + owner + "</dd></div>\\s*<div><dt>balance</dt><dd>(?:<mark>)?([^<]+)<");
	}

	private static String paidOut(Page page, String owner) {
		return page.find("<dd>" + owner + "</dd>.*?Really paid out: (.+?)[.]</p>");
	}

	@Test
	void aWithdrawalInOneBrowserLeavesTheOtherAlone() {
		Page begun = begin();
		assertThat(balance(begun, "chuck")).isEqualTo("$1,000.00");
		assertThat(balance(begun, "jan")).isEqualTo("$500.00");
		Page page = act(begun, "a", "WITHDRAW");
		assertThat(balance(page, "chuck")).isEqualTo("$900.00");
		assertThat(balance(page, "jan")).isEqualTo("$500.00");
		assertThat(paidOut(page, "chuck")).isEqualTo("$100.00");
	}

	@Test
	void thePageAsksAboutItsButtonsWhenTheyAreThere() {
		assertThat(newBrowser().get("/lab/browsers").text()).contains("The same in a terminal")
			.doesNotContain("Why does no bank keep a balance in a session?", "Try the other buttons");
		assertThat(begin().text()).contains("The same in a terminal", "Why does no bank keep a balance in a session?",
				"Try the other buttons");
	}

	@Test
	void twoTabsPayOutMoreThanTheSessionNotices() {
		Page page = act(begin(), "b", "TWO_TABS");
		assertThat(balance(page, "jan")).isEqualTo("$400.00");
		assertThat(paidOut(page, "jan")).isEqualTo("$200.00");
	}

	@Test
	void anExpiredSessionForgetsWhatWasPaidOut() {
		Page page = act(act(begin(), "a", "WITHDRAW"), "a", "EXPIRE");
		assertThat(balance(page, "chuck")).isEqualTo("$1,000.00");
		assertThat(paidOut(page, "chuck")).isEqualTo("$100.00");
	}

	@Test
	void anotherNodeBeginsASessionOfItsOwn() {
		Page page = act(act(begin(), "a", "WITHDRAW"), "a", "OTHER_NODE");
		assertThat(balance(page, "chuck")).isEqualTo("$900.00");
		assertThat(paidOut(page, "chuck")).isEqualTo("$200.00");
	}

	@Test
	void nobodyWithdrawsMoreThanTheSessionSays() {
		Page page = begin();
		for (int i = 0; i < 6; i++) {
			page = act(page, "b", "WITHDRAW");
		}
		assertThat(balance(page, "jan")).isEqualTo("$0.00");
		assertThat(paidOut(page, "jan")).isEqualTo("$500.00");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a=x&b=y&browser=a&action=WITHDRAW", "a=&b=&browser=z&action=TWO_TABS",
			"a=x&b=y&browser=a&action=FLY", "a=x&action=WITHDRAW", "" })
	void anInventedIdOrActionIsNoError(String form) {
		Page page = newBrowser().send("POST", "/lab/browsers/actions", form);
		assertThat(page.status()).isIn(303, 400);
		assertThat(newBrowser().get("/lab/browsers?a=xyz&b=%3Cscript%3E").body()).contains("No node has a session xyz")
			.doesNotContain("<script>");
	}

	@ParameterizedTest
	@ValueSource(ints = { 65, 9_000, 60_000 })
	void anIdThatIsTooLongIsRefused(int length) {
		String form = "a=x&browser=a&action=WITHDRAW&b=" + "x".repeat(length);
		Page page = newBrowser().send("POST", "/lab/browsers/actions", form);
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.body()).contains("<h1");
	}

	@Test
	void theSessionOnTheFirstNodeIsStillThere() {
		Page page = act(act(begin(), "a", "WITHDRAW"), "a", "OTHER_NODE");
		assertThat(page.body()).contains("Node 1 still has the session", "with a balance of $900.00");
	}

	@Test
	void parallelRequestsOfOneSessionAreNoError() throws Exception {
		Page begun = begin();
		List<String> actions = List.of("WITHDRAW", "EXPIRE", "TWO_TABS", "OTHER_NODE");
		List<Page> pages = ConcurrentTasks.run(24, (task) -> () -> act(begun, "a", actions.get(task % actions.size())));
		assertThat(pages).allSatisfy((page) -> assertThat(page.status()).isEqualTo(200));
	}

	@Test
	void nothingOfTheShopIsChanged() {
		Customer customer = newCustomer();
		Map<String, Object> session = sessionOf(customer.browser());
		Map<String, Object> rows = everyRow();
		String location = customer.browser().send("POST", "/lab/browsers/sessions", "").location();
		assertThat(customer.browser().get(location).setCookies()).isEmpty();
		assertThat(sessionOf(customer.browser())).isEqualTo(session);
		assertThat(everyRow()).isEqualTo(rows);
	}

}
