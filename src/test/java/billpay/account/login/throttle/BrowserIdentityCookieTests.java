package billpay.account.login.throttle;

import java.util.List;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.web.CookieDefinition;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cookie by which a browser is recognized on every node and after a restart.
 */
@Tag("A11")
class BrowserIdentityCookieTests extends OverHttp {

	@Autowired
	private BrowserIdentityCookie cookie;

	@Autowired
	@Qualifier("browserCookieDefinition")
	private CookieDefinition definition;

	@Autowired
	private BrowserIdentityCookieConfiguration configuration;

	private static BrowserIdentity read(BrowserIdentityCookie cookie, String value) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setCookies(new Cookie("BILLPAY_BROWSER", value));
		return cookie.buildDetails(request);
	}

	@Test
	void aBrowserIsKnownToTheAccountThatLoggedInFromIt() {
		Customer customer = newCustomer();
		BrowserIdentity browser = read(this.cookie, customer.browser().cookies().get("BILLPAY_BROWSER"));
		assertThat(browser.isKnownTo(customer.name())).isTrue();
		assertThat(browser.isKnownTo("mark")).isFalse();
	}

	@Test
	void anotherNodeAndTheSameOneAfterARestartKnowItToo() {
		Customer customer = newCustomer();
		BrowserIdentityCookie another = new BrowserIdentityCookie(this.definition,
				this.configuration.browserTokens(database()));
		assertThat(read(another, customer.browser().cookies().get("BILLPAY_BROWSER")).isKnownTo(customer.name()))
			.isTrue();
	}

	@Test
	void anotherInstallationDoesNot() {
		Customer customer = newCustomer();
		String secret = database().sql("select secret from server_secret").query(String.class).single();
		assertThat(secret).hasSizeGreaterThan(64);
		database().sql("update server_secret set secret = 'of another installation'").update();
		try {
			BrowserIdentityCookie another = new BrowserIdentityCookie(this.definition,
					this.configuration.browserTokens(database()));
			assertThat(read(another, customer.browser().cookies().get("BILLPAY_BROWSER")).lastAccount()).isNull();
		}
		finally {
			database().sql("update server_secret set secret = ?").param(secret).update();
		}
	}

	@Test
	void knowsTheLatestAccountOfABrowserAndKeepsItsId() {
		Customer customer = newCustomer();
		HttpBrowser shared = customer.browser();
		BrowserIdentity before = read(this.cookie, shared.cookies().get("BILLPAY_BROWSER"));
		shared.get("/cart");
		shared.post("/logout");
		shared.signIn("phil", "pay-my-bill");
		BrowserIdentity after = read(this.cookie, shared.cookies().get("BILLPAY_BROWSER"));
		assertThat(after.isKnownTo("phil")).isTrue();
		assertThat(after.isKnownTo(customer.name())).isFalse();
		assertThat(after.id()).isEqualTo(before.id());
		assertThat(List.of(shared.sessionId(), "1")).doesNotContain(after.id());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "mark", "bWFyaw==", "MTow", "%%%", "1:2:3/chuck:4",
			"MTc2MzcyMDAwMDAwMDowMDowMS9jaHVjazphYmNkZWY=" })
	void aMadeUpValueIsNobodys(String value) {
		assertThat(read(this.cookie, value).lastAccount()).isNull();
	}

}
