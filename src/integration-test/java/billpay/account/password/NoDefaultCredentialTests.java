package billpay.account.password;

import java.util.List;

import billpay.session.SessionStoreInfo;
import billpay.support.HttpBrowser;
import billpay.support.OnCluster;
import billpay.support.OverHttp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A node of a cluster serves real customers: what is printed in the README signs nobody
 * in.
 */
@OnCluster
@Tag("A4")
class NoDefaultCredentialTests extends OverHttp {

	@Autowired
	private SessionStoreInfo store;

	@ParameterizedTest
	@ValueSource(strings = { "mark", "phil", "jan", "chuck" })
	void noDemoCustomerSignsIn(String name) {
		HttpBrowser browser = newBrowser();
		assertThat(browser.get("/login").body()).doesNotContain("pay-my-bill");
		for (String password : List.of("pay-my-bill", name, "password", "admin")) {
			assertThat(browser.post("/login", "username", name, "password", password).status()).isEqualTo(422);
		}
	}

	@Test
	void runsInTheProfileCluster() {
		assertThat(this.store.key()).isEqualTo("redis");
		assertThat(database().sql("select version()").query(String.class).single()).startsWith("PostgreSQL");
		assertThat(newBrowser().get("/healthcheck").status()).isEqualTo(200);
		assertThat(newCustomer().browser().get("/lookup").status()).isEqualTo(200);
	}

}
