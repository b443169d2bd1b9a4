package billpay.account.login;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import billpay.support.HttpBrowser;
import billpay.support.NamedNode;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A node that does not find somebody's session sends them to the sign-in page, and the
 * load balancer brings them to a node that does. The other half of this, one node alone,
 * is in {@link LoginTests}.
 */
@NamedNode
class SentByAnotherNodeTests extends OverHttp {

	private HttpBrowser customer;

	@BeforeAll
	void somebodyWhomThisNodeKnows() {
		this.customer = newCustomer().browser();
	}

	@Test
	void saysThatAnotherNodeHasTheSessionAndDoesNotRedirectBack() {
		Page page = this.customer.get("/login?next=%2Fcart");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).contains("You are signed in", "a node that does not have your session")
			.doesNotContain("Your session has ended");
		assertThat(page.find("<main.*?role=\"button\" href=\"([^\"]*)\"")).isEqualTo("/cart");
	}

	@ParameterizedTest
	@Tag("I6")
	@CsvSource({ "//evil.example, /lookup", "https://evil.example, /lookup", "/login, /lookup",
			"/payments?page=2, /payments?page=2" })
	void theWayOnStaysHere(String next, String way) {
		Page page = sameSession(this.customer).get("/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
		assertThat(page.find("<main.*?role=\"button\" href=\"([^\"]*)\"")).isEqualTo(way);
	}

	@Test
	void redirectsAtOnceWithoutAPageToReturnTo() {
		assertThat(this.customer.get("/login").location()).isEqualTo("/lookup");
	}

	@Test
	void aStrangerGetsTheForm() {
		Page page = newBrowser().get("/login?next=%2Fcart");
		assertThat(page.text()).contains("Please sign in first.");
		assertThat(page.body()).contains("name=\"password\"").doesNotContain("You are signed in");
	}

	@Test
	void loginPageSaysThatTheSessionMayBeOnAnotherNode() {
		HttpBrowser browser = newBrowser();
		browser.cookies().put("BILLPAY_SESSION", "of-the-other-node");
		assertThat(browser.get("/cart").location()).isEqualTo("/login?next=%2Fcart");
		assertThat(browser.follow().text()).contains("Your session has ended. It was not used for a while,",
				"another server answered");
	}

}
