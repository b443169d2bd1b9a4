package billpay.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import billpay.support.HandClock;
import billpay.support.Together;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

/**
 * The store: what it keeps, what it lets go, and what it never brings back.
 */
class InMemorySessionsTests {

	private static final Duration ANONYMOUS_IDLE = Duration.ofMinutes(5);

	private static final Duration SIGNED_IN_IDLE = Duration.ofMinutes(30);

	private static final Duration ABSOLUTE = Duration.ofHours(8);

	private final HandClock clock = new HandClock();

	private final InMemorySessions sessions = new InMemorySessions(limits(10_000, 1_000, 5), this.clock);

	private static SessionLimits limits(int maxAnonymous, int maxSignedIn, int maxPerAccount) {
		return new SessionLimits(ANONYMOUS_IDLE, SIGNED_IN_IDLE, ABSOLUTE, maxAnonymous, maxSignedIn, maxPerAccount,
				Duration.ofSeconds(10));
	}

	private LiveSession anonymous(InMemorySessions store) {
		LiveSession session = store.createSession();
		store.save(session);
		return session;
	}

	private LiveSession signedIn(InMemorySessions store, String name) {
		LiveSession session = anonymous(store);
		signIn(session, name);
		store.save(session);
		return session;
	}

	private void signIn(LiveSession session, String name) {
		session.changeSessionId();
		session.setMaxInactiveInterval(SIGNED_IN_IDLE);
		session.setAttribute(SPRING_SECURITY_CONTEXT_KEY,
				new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(name, null, List.of())));
	}

	private void request(String id) {
		LiveSession session = this.sessions.findById(id);
		session.setLastAccessedTime(Instant.now());
		this.sessions.save(session);
	}

	@Test
	void aSavedSessionIsFoundWithItsAttributes() {
		LiveSession session = this.sessions.createSession();
		session.setAttribute("phoneNumber", "+12125550142");
		this.sessions.save(session);
		LiveSession found = this.sessions.findById(session.getId());
		assertThat(found.<String>getAttribute("phoneNumber")).isEqualTo("+12125550142");
		assertThat(found.getAttributeNames()).containsExactly("phoneNumber");
	}

	@Test
	void aRemovedAttributeIsGone() {
		LiveSession session = this.sessions.createSession();
		session.setAttribute("cart", "one line");
		this.sessions.save(session);
		LiveSession later = this.sessions.findById(session.getId());
		later.removeAttribute("cart");
		assertThat(later.getAttributeNames()).isEmpty();
		this.sessions.save(later);
		assertThat(this.sessions.findById(session.getId()).getAttributeNames()).isEmpty();
	}

	@Test
	void whatARequestWritesIsSeenByNobodyUntilItIsSaved() {
		LiveSession session = anonymous(this.sessions);
		LiveSession writing = this.sessions.findById(session.getId());
		writing.setAttribute("cart", "one line");
		assertThat(this.sessions.findById(session.getId()).getAttributeNames()).isEmpty();
	}

	@Test
	@Tag("S7")
	void aSessionRevokedWhileARequestOfItRunsStaysDeadWhenThatRequestSaves() {
		String id = signedIn(this.sessions, "mark").getId();
		LiveSession inFlight = this.sessions.findById(id);
		this.sessions.deleteById(id);
		inFlight.setAttribute("cart", "one line");
		this.sessions.save(inFlight);
		this.sessions.save(inFlight);
		assertThat(this.sessions.findById(id)).isNull();
		assertThat(this.sessions.count()).isZero();
	}

	@Test
	@Tag("S7")
	void aSessionRevokedWhileItsOwnerSignsInStaysDeadUnderTheNewIdToo() {
		String id = anonymous(this.sessions).getId();
		LiveSession signingIn = this.sessions.findById(id);
		this.sessions.deleteById(id);
		signIn(signingIn, "mark");
		this.sessions.save(signingIn);
		assertThat(this.sessions.findById(signingIn.getId())).isNull();
		assertThat(this.sessions.count()).isZero();
	}

	@Test
	@Tag("S7")
	void aNewSessionRevokedBetweenTwoSavesOfTheRequestThatMadeItStaysDead() {
		LiveSession session = anonymous(this.sessions);
		this.sessions.deleteById(session.getId());
		session.setAttribute("cart", "one line");
		this.sessions.save(session);
		assertThat(this.sessions.findById(session.getId())).isNull();
	}

	@Test
	@Tag("S7")
	void aSessionThatExpiredWhileARequestOfItRanStaysDead() {
		String id = signedIn(this.sessions, "mark").getId();
		LiveSession inFlight = this.sessions.findById(id);
		this.clock.advance(SIGNED_IN_IDLE.plusSeconds(1));
		inFlight.setLastAccessedTime(Instant.now());
		this.sessions.save(inFlight);
		assertThat(this.sessions.findById(id)).isNull();
	}

	@Test
	@Tag("S3")
	void theIdFromBeforeSignInNamesNothingAfterIt() {
		LiveSession session = anonymous(this.sessions);
		String before = session.getId();
		LiveSession inFlight = this.sessions.findById(before);
		signIn(session, "mark");
		this.sessions.save(session);
		this.sessions.save(inFlight);
		assertThat(session.getId()).isNotEqualTo(before);
		assertThat(this.sessions.findById(before)).isNull();
		assertThat(this.sessions.findById(session.getId())).isNotNull();
	}

	@Test
	@Tag("S8")
	void anAnonymousSessionEndsWhenItWasIdleForItsTime() {
		String id = anonymous(this.sessions).getId();
		this.clock.advance(ANONYMOUS_IDLE.minusSeconds(1));
		assertThat(this.sessions.findById(id)).isNotNull();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.sessions.findById(id)).isNull();
	}

	@Test
	@Tag("S8")
	void aRequestProlongsASessionAndItsMereLookUpDoesNot() {
		String used = signedIn(this.sessions, "mark").getId();
		String lookedUp = signedIn(this.sessions, "phil").getId();
		this.clock.advance(SIGNED_IN_IDLE.minusSeconds(1));
		request(used);
		assertThat(this.sessions.findById(lookedUp)).isNotNull();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.sessions.findById(used)).isNotNull();
		assertThat(this.sessions.findById(lookedUp)).isNull();
	}

	@Test
	@Tag("S9")
	void aSessionKeptBusyEndsAtTheAbsoluteLimit() {
		String id = signedIn(this.sessions, "mark").getId();
		for (int i = 0; i < 31; i++) {
			this.clock.advance(Duration.ofMinutes(15));
			request(id);
		}
		this.clock.advance(Duration.ofMinutes(15).minusSeconds(1));
		request(id);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.sessions.findById(id)).isNull();
	}

	@Test
	@Tag("S11")
	void ofManyParallelSignInsOfOneAccountNoMoreThanTheCapStayAndTheLatestAmongThem() throws Exception {
		List<LiveSession> parallel = Together.run(40, (i) -> () -> signedIn(this.sessions, "mark"));
		assertThat(parallel).filteredOn((session) -> this.sessions.findById(session.getId()) != null).hasSize(5);
		this.clock.advance(Duration.ofSeconds(1));
		LiveSession latest = signedIn(this.sessions, "mark");
		assertThat(this.sessions.findById(latest.getId())).isNotNull();
		assertThat(this.sessions.count()).isEqualTo(5);
	}

	@Test
	@Tag("S11")
	void beyondTheCapTheLongestUnusedSessionOfTheSameAccountGoes() {
		String other = signedIn(this.sessions, "phil").getId();
		List<String> marks = Stream.generate(() -> {
			this.clock.advance(Duration.ofSeconds(1));
			return signedIn(this.sessions, "mark").getId();
		}).limit(5).toList();
		request(marks.get(0));
		this.clock.advance(Duration.ofSeconds(1));
		String sixth = signedIn(this.sessions, "mark").getId();
		assertThat(Stream.concat(marks.stream(), Stream.of(other, sixth)))
			.filteredOn((id) -> this.sessions.findById(id) == null)
			.containsExactly(marks.get(1));
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
		SessionLimits shortLived = new SessionLimits(Duration.ofSeconds(2), Duration.ofSeconds(2), ABSOLUTE, 10_000,
				10_000, 10_000, Duration.ofSeconds(1));
		InMemorySessions store = new InMemorySessions(shortLived, running);
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new SessionConfiguration().sessionGauge(store).bindTo(registry);
		IntStream.range(0, 10_000).forEach((i) -> anonymous(store));
		assertThat(registry.get("billpay.sessions.live").gauge().value()).isPositive();
		Awaitility.await()
			.atMost(30, TimeUnit.SECONDS)
			.untilAsserted(() -> assertThat(registry.get("billpay.sessions.live").gauge().value()).isZero());
	}

	@Test
	@Tag("S14")
	void twoRequestsThatWriteDifferentAttributesKeepBoth() {
		LiveSession session = this.sessions.createSession();
		session.setAttribute("old", "stays");
		session.setAttribute("removed", "goes");
		this.sessions.save(session);
		LiveSession one = this.sessions.findById(session.getId());
		LiveSession other = this.sessions.findById(session.getId());
		one.setAttribute("phoneNumber", "+12125550142");
		one.removeAttribute("removed");
		other.setAttribute("cart", "one line");
		this.sessions.save(one);
		this.sessions.save(other);
		LiveSession found = this.sessions.findById(session.getId());
		assertThat(found.getAttributeNames()).containsExactlyInAnyOrder("old", "phoneNumber", "cart");
	}

	@Test
	@Tag("S14")
	void aHundredRequestsAtOnceThatWriteDifferentAttributesKeepAll() throws Exception {
		String id = signedIn(this.sessions, "mark").getId();
		Together.run(100, (i) -> () -> {
			LiveSession request = this.sessions.findById(id);
			request.setAttribute("attribute" + i, i);
			this.sessions.save(request);
			return i;
		});
		assertThat(this.sessions.findById(id).getAttributeNames()).hasSize(101);
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
