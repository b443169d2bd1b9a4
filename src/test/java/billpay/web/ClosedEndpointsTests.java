package billpay.web;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What frameworks would show besides the shop, and does not concern anybody.
 */
@Tag("L5")
class ClosedEndpointsTests extends OverHttp {

	private HttpBrowser customer;

	@BeforeAll
	void aCustomer() {
		this.customer = newCustomer().browser();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/h2-console", "/h2-console/", "/actuator", "/actuator/env", "/actuator/health", "/env",
			"/metrics", "/metrics/billpay.sessions.live", "/heapdump", "/threaddump", "/info", "/beans", "/configprops",
			"/mappings", "/loggers", "/sessions", "/flyway", "/conditions", "/scheduledtasks", "/shutdown",
			"/prometheus", "/httpexchanges", "/caches", "/trace", "/swagger-ui.html", "/v3/api-docs", "/healthcheck/db",
			"/healthcheck/diskSpace", "/assets/../application.yaml", "/application.yaml", "/WEB-INF/web.xml",
			"/webjars/../application.yaml", "/.billpay/ledger.mv.db" })
	void thereIsNoSuchPageForStrangersAndCustomers(String path) {
		int status = (path.contains("..")) ? 400 : 404;
		for (Page page : new Page[] { raw().get(path),
				raw().get(path, "Cookie: BILLPAY_SESSION=" + this.customer.sessionId()) }) {
			assertThat(page.status()).isEqualTo(status);
			assertThat(page.body()).doesNotContain("jdbc").doesNotContain("password").doesNotContain("\"status\"");
		}
	}

	@Test
	void theHealthCheckAnswersAnybodyWithoutACookieAndTellsNoMore() {
		for (HttpBrowser browser : new HttpBrowser[] { newBrowser(), sameSession(this.customer) }) {
			Page page = browser.get("/healthcheck");
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.body()).contains("\"status\":\"UP\"")
				.doesNotContain("details")
				.doesNotContain("components");
			assertThat(page.setCookies()).isEmpty();
		}
	}

}
