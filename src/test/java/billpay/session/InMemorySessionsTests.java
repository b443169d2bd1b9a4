package billpay.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The store in the server's memory, which nothing else bounds and nobody else empties.
 */
class InMemorySessionsTests extends SessionsStory {

	private final InMemorySessions sessions = new InMemorySessions(limits(10_000, 1_000, 5), clock());

	@Override
	Sessions sessions() {
		return this.sessions;
	}

	@Test
	@Tag("S7")
	void whatIsEndedOrBeyondTheCapTakesNoRoom() {
		String id = signedIn(this.sessions, "mark").getId();
		LiveSession inFlight = this.sessions.findById(id);
		this.sessions.deleteById(id);
		this.sessions.save(inFlight);
		assertThat(this.sessions.count()).isZero();
		IntStream.range(0, 10).forEach((i) -> signedIn(this.sessions, "mark"));
		assertThat(this.sessions.count()).isEqualTo(5);
	}

	@Test
	@Tag("S12")
	void tenThousandExpiredSessionsGoWithoutBeingAskedFor() {
		assertThatSessionsGoByThemselves(Clock.systemUTC());
	}

	@Test
	@Tag("S12")
	void theyGoAlsoWhenTheClockIsSlowerThanTheTimerThatWakesTheStore() {
		Clock slow = new SlowClock(Clock.systemUTC(), Instant.now());
		assertThatSessionsGoByThemselves(slow);
	}

	private void assertThatSessionsGoByThemselves(Clock running) {
		SessionProperties shortLived = new SessionProperties(Duration.ofSeconds(2), Duration.ofSeconds(2), ABSOLUTE,
				10_000, 10_000, 10_000, Duration.ofSeconds(1));
		InMemorySessions store = new InMemorySessions(shortLived, running);
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new SessionConfiguration.InThisNode().sessionGauge(store).bindTo(registry);
		IntStream.range(0, 10_000).forEach((i) -> anonymous(store));
		assertThat(registry.get("billpay.sessions.live").gauge().value()).isPositive();
		Awaitility.await()
			.atMost(30, TimeUnit.SECONDS)
			.untilAsserted(() -> assertThat(registry.get("billpay.sessions.live").gauge().value()).isZero());
	}

	@Test
	@Tag("S16")
	void aFloodOfAnonymousSessionsDrivesOutNoneThatIsSignedIn() {
		List<String> customers = IntStream.range(0, 100)
			.mapToObj((i) -> signedIn(this.sessions, "customer" + i).getId())
			.toList();
		IntStream.range(0, 200_000).forEach((i) -> anonymous(this.sessions));
		assertThat(customers).allSatisfy((id) -> assertThat(this.sessions.findById(id)).isNotNull());
		assertThat(this.sessions.count()).isBetween(100L, 10_100L);
	}

	@Test
	@Tag("S16")
	void whileAFloodGoesOnTheLatestStrangersCanSignIn() {
		IntStream.range(0, 20_000).forEach((i) -> anonymous(this.sessions));
		for (int newcomer = 0; newcomer < 5; newcomer++) {
			String id = anonymous(this.sessions).getId();
			IntStream.range(0, 9_999).forEach((i) -> anonymous(this.sessions));
			assertThat(this.sessions.findById(id)).isNotNull();
			anonymous(this.sessions);
			assertThat(this.sessions.findById(id)).isNull();
		}
	}

	private static final class SlowClock extends Clock {

		private final Clock real;

		private final Instant start;

		SlowClock(Clock real, Instant start) {
			this.real = real;
			this.start = start;
		}

		@Override
		public Instant instant() {
			return this.start.plus(Duration.between(this.start, this.real.instant()).multipliedBy(95).dividedBy(100));
		}

		@Override
		public ZoneId getZone() {
			return this.real.getZone();
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException("One zone is enough here");
		}

	}

}
