package billpay.availability;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import billpay.support.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the health check says of something that does not answer.
 */
@ExtendWith(OutputCaptureExtension.class)
class TimeLimitedHealthIndicatorTests {

	private final CountDownLatch hanging = new CountDownLatch(1);

	private final AtomicInteger asked = new AtomicInteger();

	private Health hang() {
		this.asked.incrementAndGet();
		try {
			this.hanging.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return Health.up().build();
	}

	@Test
	@Timeout(20)
	void whatHangsIsDownAndAskedOnceHoweverManyWantToKnow() throws Exception {
		TimeLimitedHealthIndicator health = new TimeLimitedHealthIndicator("store", this::hang, Duration.ofMillis(300));
		List<Status> answers = Together.run(20, (i) -> () -> health.health().getStatus());
		assertThat(answers).hasSize(20).containsOnly(Status.DOWN);
		for (int i = 0; i < 100; i++) {
			assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
		}
		assertThat(this.asked).hasValue(1);
		assertThat(Thread.getAllStackTraces().keySet()).filteredOn((thread) -> thread.getName().equals("health-store"))
			.hasSize(1);
	}

	@Test
	void whatAnswersAgainIsUpAgain() {
		TimeLimitedHealthIndicator health = new TimeLimitedHealthIndicator("store", this::hang, Duration.ofMillis(50));
		assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
		this.hanging.countDown();
		await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
	}

	@Test
	void everyAnswerIsAFreshOne() {
		TimeLimitedHealthIndicator health = new TimeLimitedHealthIndicator("store",
				() -> (this.asked.incrementAndGet() % 2 == 0) ? Health.up().build() : Health.outOfService().build(),
				Duration.ofSeconds(10));
		assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(health.health().getStatus()).isEqualTo(Status.UP);
		assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
	}

	@Test
	void aQuestionThatFailsIsAnsweredAsDown() {
		TimeLimitedHealthIndicator health = new TimeLimitedHealthIndicator("store", () -> {
			throw new IllegalStateException("no store");
		}, Duration.ofSeconds(10));
		assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void theLogSaysOnceThatItIsAwayAndOnceThatItIsBack(CapturedOutput output) {
		TimeLimitedHealthIndicator health = new TimeLimitedHealthIndicator("store", this::hang, Duration.ofMillis(50));
		for (int i = 0; i < 5; i++) {
			health.health();
		}
		this.hanging.countDown();
		await().until(() -> Status.UP.equals(health.health().getStatus()));
		health.health();
		assertThat(output.toString().lines().filter((line) -> line.contains("store"))).satisfiesExactly(
				(away) -> assertThat(away).contains("WARN", "unhealthy: store: no answer within 50 ms"),
				(back) -> assertThat(back).contains("INFO", "healthy-again: store"));
	}

}
