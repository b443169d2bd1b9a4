package billpay.account;

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
 * is in {@link SignInTests}.
 */
@NamedNode
class SentByAnotherNodeTests extends OverHttp {

	private HttpBrowser customer;

	@BeforeAll
	void somebodyWhomThisNodeKnows() {
		this.customer = newCustomer().browser();
	}

	@Test
	void whoIsSentHereIsToldAndNotSentBack() {
		Page page = this.customer.get("/login?notice=expired&next=%2Fcart");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).contains("You are signed in", "node that was asked before has no session of yours")
			.doesNotContain("Your session has ended");
		assertThat(page.find("<main.*?role=\"button\" href=\"([^\"]*)\"")).isEqualTo("/cart");
	}

	@ParameterizedTest
	@Tag("I6")
	@CsvSource({ "//evil.example, /lookup", "https://evil.example, /lookup", "'', /lookup", "/login, /lookup",
			"/payments?page=2, /payments?page=2" })
	void theWayOnStaysHere(String next, String way) {
		Page page = sameSession(this.customer)
			.get("/login?notice=expired&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
		assertThat(page.find("<main.*?role=\"button\" href=\"([^\"]*)\"")).isEqualTo(way);
	}

	@Test
	void whoComesForAnotherReasonGoesOnAtOnce() {
		for (String notice : new String[] { "", "notice=sign-in-first&", "notice=stale-form&" }) {
			assertThat(this.customer.get("/login?" + notice + "next=%2Fcart").location()).isEqualTo("/cart");
		}
	}

	@Test
	void aStrangerGetsTheFormAndTheReason() {
		Page page = newBrowser().get("/login?notice=expired&next=%2Fcart");
		assertThat(page.text()).contains("Your session has ended");
		assertThat(page.body()).contains("name=\"password\"").doesNotContain("You are signed in");
	}

}
