package billpay.availability;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import billpay.BillPayApplication;
import billpay.support.HttpBrowser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of a node from when it is told to stop.
 */
@Tag("R2")
class ShutdownDelayTests {

	@Test
	void aNodeThatIsToldToStopIsUnreadyFirstAndServesUntilItsNoticeIsOver() {
		ConfigurableApplicationContext node = SpringApplication.run(BillPayApplication.class, "--server.port=0",
				"--spring.datasource.url=jdbc:h2:mem:notice;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
				"--billpay.availability.shutdown-delay=3s");
		int port = ((WebServerApplicationContext) node).getWebServer().getPort();
		HttpBrowser browser = new HttpBrowser("http://localhost:" + port);
		assertThat(browser.get("/healthcheck").status()).isEqualTo(200);
		long told = System.nanoTime();
		CompletableFuture<Void> stop = CompletableFuture.runAsync(node::close);
		await().pollInterval(Duration.ofMillis(20)).until(() -> browser.get("/healthcheck").status() == 503);
		assertThat(browser.get("/healthcheck/readiness").status()).isEqualTo(503);
		assertThat(browser.get("/healthcheck/liveness").status()).isEqualTo(200);
		browser.signIn("mark", "pay-my-bill");
		assertThat(browser.get("/lookup").status()).isEqualTo(200);
		assertThat(stop).isNotDone();
		stop.join();
		assertThat(Duration.ofNanos(System.nanoTime() - told)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(15));
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> browser.get("/healthcheck"));
	}

	@Test
	void zeroDelayStopsAtOnce() {
		ShutdownDelay none = new ShutdownDelay(Duration.ZERO);
		none.start();
		AtomicBoolean stopped = new AtomicBoolean();
		none.stop(() -> stopped.set(true));
		assertThat(stopped).isTrue();
		assertThat(none.isRunning()).isFalse();
	}

}
