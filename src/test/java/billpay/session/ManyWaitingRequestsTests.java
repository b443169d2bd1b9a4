package billpay.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Three sessions that send far more at once than a person does, to a form that takes its
 * time.
 */
@TestPropertySource(properties = "billpay.session.lock-timeout=5m")
@ExtendWith(OutputCaptureExtension.class)
@Tag("session")
class ManyWaitingRequestsTests extends OverHttp {

	private static final int SESSIONS = 3;

	/** Together more than Tomcat has threads. */
	private static final int REQUESTS_OF_EACH = 100;

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final CountDownLatch release = new CountDownLatch(1);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	@AfterAll
	void stop() {
		this.release.countDown();
		this.threads.shutdownNow();
	}

	@ResponseStatus(HttpStatus.NO_CONTENT)
	void takeTime() throws InterruptedException {
		assertThat(this.release.await(1, TimeUnit.MINUTES)).isTrue();
	}

	@Test
	@Tag("R8")
	void otherSessionsDoNotWaitAndExcessRequestsAre503(CapturedOutput output) throws Exception {
		Customer customer = newCustomer();
		List<HttpBrowser> sessions = new ArrayList<>();
		for (int i = 0; i < SESSIONS; i++) {
			HttpBrowser session = newBrowser();
			session.signIn(customer.name(), customer.password());
			sessions.add(session);
		}
		RequestMappingInfo slow = RequestMappingInfo.paths("/slow").methods(RequestMethod.POST).build();
		mappings().registerMapping(slow, this, ManyWaitingRequestsTests.class.getDeclaredMethod("takeTime"));
		try {
			AtomicInteger answered = new AtomicInteger();
			List<Future<Page>> sent = new ArrayList<>();
			for (int i = 0; i < SESSIONS * REQUESTS_OF_EACH; i++) {
				HttpBrowser browser = sameSession(sessions.get(i % SESSIONS));
				sent.add(this.threads.submit(() -> {
					Page page = browser.post("/slow");
					answered.incrementAndGet();
					return page;
				}));
			}
			await().atMost(PATIENCE).until(() -> answered.get() >= SESSIONS * REQUESTS_OF_EACH / 2);

			long start = System.nanoTime();
			assertThat(newBrowser().get("/healthcheck").status()).isEqualTo(200);
			assertThat(newBrowser().get("/login").status()).isEqualTo(200);
			assertThat(customer.browser().post("/lookup", "phoneNumber", customer.number()).status()).isEqualTo(303);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));

			this.release.countDown();
			for (Future<Page> each : sent) {
				Page page = each.get(1, TimeUnit.MINUTES);
				assertThat(page.status()).isIn(204, 503);
				if (page.status() == 503) {
					assertThat(page.header("Retry-After")).isEqualTo("5");
					assertThat(page.text()).contains("Your previous request is still being processed");
				}
			}
			assertThat(output).contains(" WARN [request=", "session-busy: request=POST /slow")
				.doesNotContain(" ERROR [request=");
		}
		finally {
			this.release.countDown();
			mappings().unregisterMapping(slow);
		}
	}

}
