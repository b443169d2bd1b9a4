package billpay.account.login;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hundreds of logins at once, and everybody else. Passwords are hashed at their full
 * cost.
 */
@TestPropertySource(properties = "billpay.test.quick-passwords=false")
@Tag("A10")
class ManyLoginsTests extends OverHttp {

	private static final int LOGINS = 400;

	private final List<HttpBrowser> browsers = new ArrayList<>();

	private Customer customer;

	/** What one login takes on this machine, as busy as it is. */
	private Duration one;

	@BeforeAll
	void everybodyHasTheForm() {
		this.customer = newCustomer();
		for (int i = 0; i < LOGINS; i++) {
			HttpBrowser browser = newBrowser();
			browser.get("/login");
			this.browsers.add(browser);
		}
		long start = System.nanoTime();
		assertThat(newBrowser().signIn("jan", "pay-my-bill").sessionId()).isNotNull();
		this.one = Duration.ofNanos(System.nanoTime() - start);
	}

	@Test
	void pagesAndHealthAnswerAsEverAndWhoeverIsTooManyIsToldWhenToComeBack() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(LOGINS);
		try {
			List<Future<Page>> logins = new ArrayList<>();
			for (int i = 0; i < LOGINS; i++) {
				HttpBrowser browser = this.browsers.get(i);
				String name = "nobody-" + i;
				logins.add(threads.submit(() -> browser.post("/login", "username", name, "password", "guess")));
			}
			long start = System.nanoTime();
			for (String path : List.of("/healthcheck", "/login", "/cart", "/healthcheck", "/")) {
				assertThat(this.customer.browser().get(path).status()).as(path).isIn(200, 303);
			}
			// Without a bound every thread hashes, and a page waits for about half of the
			// logins.
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(this.one.multipliedBy(LOGINS / 8));
			List<Page> answers = new ArrayList<>();
			for (Future<Page> login : logins) {
				answers.add(login.get(2, TimeUnit.MINUTES));
			}
			assertThat(answers).extracting(Page::status).containsOnly(422, 503);
			assertThat(answers).filteredOn((page) -> page.status() == 503)
				.hasSizeGreaterThan(LOGINS / 4)
				.allSatisfy((page) -> {
					assertThat(page.header("Retry-After")).isEqualTo("5");
					assertThat(page.text()).contains("The shop is very busy at the moment.");
					assertThat(page.main().body()).contains("name=\"password\"");
				});
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.customer.browser().get("/cart").status()).isEqualTo(200);
	}

}
