package billpay.account.security;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session that outlives its account: sessions in Redis do so when the ledger is
 * replaced.
 */
@Tag("session")
class MissingAccountTests extends OverHttp {

	private HttpBrowser browser;

	@BeforeEach
	void aSessionWithoutItsAccount() {
		database().sql("""
				insert into account (name, password_hash, role, demo, created_at)
				select 'nobody', password_hash, role, false, created_at from account where name = 'mark'
				""").update();
		this.browser = newBrowser();
		this.browser.signIn("nobody", "pay-my-bill");
		this.browser.post("/lookup", "phoneNumber", "(212) 555-0142");
		this.browser.post("/cart/items", "addOn", "hotspot");
		assertThat(this.browser.get("/checkout").text()).contains("Total $5.00");
		database().sql("delete from account where name = 'nobody'").update();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/lookup", "/bill", "/cart", "/checkout", "/payments", "/account", "/instructor" })
	void everyPageOfACustomerLeadsToTheLoginPageAndBack(String path) {
		assertThat(this.browser.get(path).location()).isEqualTo("/login?next=%2F" + path.substring(1));
		Page login = this.browser.follow();
		assertThat(login.status()).isEqualTo(200);
		assertThat(login.notice()).startsWith("Your session has ended.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/lookup", "/cart/items", "/checkout", "/account/password", "/account/sessions/a3f9/end" })
	void everyFormOfACustomerLeadsToTheLoginPage(String path) {
		assertThat(this.browser.post(path, "phoneNumber", "(212) 555-0142", "addOn", "hotspot").location())
			.startsWith("/login");
	}

	@Test
	void theNextCustomerOfTheBrowserFindsNeitherTheNumberNorTheCart() {
		String id = this.browser.sessionId();
		this.browser.get("/cart");
		this.browser.signIn("mark", "pay-my-bill");
		assertThat(this.browser.sessionId()).isNotEqualTo(id);
		assertThat(sessionOf(this.browser)).doesNotContainKeys("phoneNumber", "cart");
	}

	@Test
	void thePagesForEverybodyStayOpen() {
		assertThat(this.browser.get("/").status()).isEqualTo(200);
		assertThat(this.browser.get("/login").location()).isEqualTo("/lookup");
		assertThat(this.browser.follow().location()).isEqualTo("/login?next=%2Flookup");
	}

}
