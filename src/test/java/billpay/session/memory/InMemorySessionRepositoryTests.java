package billpay.session.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import billpay.session.SessionProperties;
import billpay.support.ConcurrentTasks;
import billpay.support.MutableClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.UuidSessionIdGenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

/**
 * What the repository keeps, what it lets go, and what it never brings back.
 */
class InMemorySessionRepositoryTests {

	static final Duration ANONYMOUS_IDLE = Duration.ofMinutes(5);

	static final Duration SIGNED_IN_IDLE = Duration.ofMinutes(30);

	static final Duration ABSOLUTE = Duration.ofHours(8);

	private final MutableClock clock = new MutableClock();

	private final InMemorySessionRepository repository = repository(properties(ANONYMOUS_IDLE, SIGNED_IN_IDLE),
			this.clock);

	private static SessionProperties properties(Duration anonymousIdle, Duration signedInIdle) {
		return new SessionProperties(anonymousIdle, signedInIdle, ABSOLUTE, 10_000, 1_000, 5, Duration.ofSeconds(10));
	}

	private static InMemorySessionRepository repository(SessionProperties properties, Clock clock) {
		return new InMemorySessionRepository(properties, UuidSessionIdGenerator.getInstance(), clock);
	}

	/**
	 * Lets time pass.
	 */
	private void pass(Duration time) {
		this.clock.advance(time);
	}

	private InMemorySession anonymous(InMemorySessionRepository store) {
		InMemorySession session = store.createSession();
		store.save(session);
		return session;
	}

	private InMemorySession signedIn(InMemorySessionRepository store, String name) {
		InMemorySession session = anonymous(store);
		signIn(session, name);
		store.save(session);
		return session;
	}

	private void signIn(InMemorySession session, String name) {
		session.changeSessionId();
		session.setMaxInactiveInterval(SIGNED_IN_IDLE);
		session.setAttribute(SPRING_SECURITY_CONTEXT_KEY,
				new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(name, null, List.of())));
	}

	private void request(String id) {
		InMemorySession session = this.repository.findById(id);
		session.setLastAccessedTime(Instant.now());
		this.repository.save(session);
	}

	@Test
	void aSavedSessionIsFoundWithItsAttributes() {
		InMemorySession session = this.repository.createSession();
		session.setAttribute("phoneNumber", "+12125550142");
		this.repository.save(session);
		InMemorySession found = this.repository.findById(session.getId());
		assertThat(found.<String>getAttribute("phoneNumber")).isEqualTo("+12125550142");
		assertThat(found.getAttributeNames()).containsExactly("phoneNumber");
	}

	@Test
	void aRemovedAttributeIsGone() {
		InMemorySession session = this.repository.createSession();
		session.setAttribute("cart", "one line");
		this.repository.save(session);
		InMemorySession later = this.repository.findById(session.getId());
		later.removeAttribute("cart");
		assertThat(later.getAttributeNames()).isEmpty();
		this.repository.save(later);
		assertThat(this.repository.findById(session.getId()).getAttributeNames()).isEmpty();
	}

	@Test
	void changesAreInvisibleToOtherRequestsUntilSaved() {
		InMemorySession session = anonymous(this.repository);
		InMemorySession writing = this.repository.findById(session.getId());
		writing.setAttribute("cart", "one line");
		assertThat(this.repository.findById(session.getId()).getAttributeNames()).isEmpty();
	}

	@Test
	@Tag("S7")
	void aSessionRevokedWhileARequestOfItRunsStaysDeadWhenThatRequestSaves() {
		String id = signedIn(this.repository, "mark").getId();
		InMemorySession inFlight = this.repository.findById(id);
		this.repository.deleteById(id);
		inFlight.setAttribute("cart", "one line");
		this.repository.save(inFlight);
		this.repository.save(inFlight);
		assertThat(this.repository.findById(id)).isNull();
	}

	@Test
	@Tag("S7")
	void aSessionRevokedWhileItsOwnerSignsInStaysDeadUnderTheNewIdToo() {
		String id = anonymous(this.repository).getId();
		InMemorySession signingIn = this.repository.findById(id);
		this.repository.deleteById(id);
		signIn(signingIn, "mark");
		this.repository.save(signingIn);
		assertThat(this.repository.findById(signingIn.getId())).isNull();
	}

	@Test
	@Tag("S7")
	void aNewSessionRevokedBetweenTwoSavesOfTheRequestThatMadeItStaysDead() {
		InMemorySession session = anonymous(this.repository);
		this.repository.deleteById(session.getId());
		session.setAttribute("cart", "one line");
		this.repository.save(session);
		assertThat(this.repository.findById(session.getId())).isNull();
	}

	@Test
	@Tag("S7")
	void aSessionThatExpiredWhileARequestOfItRanStaysDead() {
		String id = signedIn(this.repository, "mark").getId();
		InMemorySession inFlight = this.repository.findById(id);
		pass(SIGNED_IN_IDLE.plusSeconds(1));
		inFlight.setLastAccessedTime(Instant.now());
		this.repository.save(inFlight);
		assertThat(this.repository.findById(id)).isNull();
	}

	@Test
	@Tag("S3")
	void theIdFromBeforeSignInNamesNothingAfterIt() {
		InMemorySession session = anonymous(this.repository);
		String before = session.getId();
		InMemorySession inFlight = this.repository.findById(before);
		signIn(session, "mark");
		this.repository.save(session);
		this.repository.save(inFlight);
		assertThat(session.getId()).isNotEqualTo(before);
		assertThat(this.repository.findById(before)).isNull();
		assertThat(this.repository.findById(session.getId())).isNotNull();
	}

	@Test
	@Tag("S3")
	void aSessionThatBeginsWithASignInIsKeptUnderItsLastId() {
		InMemorySession session = this.repository.createSession();
		String first = session.getId();
		signIn(session, "mark");
		this.repository.save(session);
		assertThat(this.repository.findByPrincipalName("mark")).containsOnlyKeys(session.getId());
		assertThat(this.repository.findById(first)).isNull();
	}

	@Test
	@Tag("S8")
	void anAnonymousSessionEndsWhenItWasIdleForItsTime() {
		String id = anonymous(this.repository).getId();
		pass(ANONYMOUS_IDLE.minusSeconds(1));
		assertThat(this.repository.findById(id)).isNotNull();
		pass(Duration.ofSeconds(1));
		assertThat(this.repository.findById(id)).isNull();
	}

	@Test
	@Tag("S8")
	void aRequestProlongsASessionAndItsMereLookUpDoesNot() {
		String used = signedIn(this.repository, "mark").getId();
		String lookedUp = signedIn(this.repository, "phil").getId();
		pass(SIGNED_IN_IDLE.minusSeconds(1));
		request(used);
		assertThat(this.repository.findById(lookedUp)).isNotNull();
		pass(Duration.ofSeconds(1));
		assertThat(this.repository.findById(used)).isNotNull();
		assertThat(this.repository.findById(lookedUp)).isNull();
	}

	@Test
	@Tag("S9")
	void aSessionKeptBusyEndsAtTheAbsoluteLimit() {
		String id = signedIn(this.repository, "mark").getId();
		for (int i = 0; i < 31; i++) {
			pass(Duration.ofMinutes(15));
			request(id);
		}
		pass(Duration.ofMinutes(15).minusSeconds(1));
		request(id);
		pass(Duration.ofSeconds(1));
		assertThat(this.repository.findById(id)).isNull();
	}

	@Test
	@Tag("S10")
	void theSessionsOfAnAccountAreFoundByItsNameAndThoseOfNobodyElse() {
		anonymous(this.repository);
		signedIn(this.repository, "phil");
		String ended = signedIn(this.repository, "mark").getId();
		String one = signedIn(this.repository, "mark").getId();
		InMemorySession other = signedIn(this.repository, "mark");
		other.setAttribute("cart", "one line");
		this.repository.save(other);
		this.repository.deleteById(ended);
		Map<String, InMemorySession> marks = this.repository.findByPrincipalName("mark");
		assertThat(marks).containsOnlyKeys(one, other.getId());
		assertThat(marks.get(other.getId()).<String>getAttribute("cart")).isEqualTo("one line");
		assertThat(this.repository.findByPrincipalName("jan")).isEmpty();
		assertThat(this.repository.findByIndexNameAndIndexValue("cart", "one line")).isEmpty();
	}

	@Test
	@Tag("S10")
	void aSessionIsFoundUnderItsNewIdAndNotAfterItsUserHasLeftItOrItHasExpired() {
		InMemorySession session = signedIn(this.repository, "mark");
		session.changeSessionId();
		this.repository.save(session);
		assertThat(this.repository.findByPrincipalName("mark")).containsOnlyKeys(session.getId());
		session.removeAttribute(SPRING_SECURITY_CONTEXT_KEY);
		this.repository.save(session);
		assertThat(this.repository.findByPrincipalName("mark")).isEmpty();
		signedIn(this.repository, "phil");
		pass(SIGNED_IN_IDLE.plusSeconds(1));
		assertThat(this.repository.findByPrincipalName("phil")).isEmpty();
	}

	@Test
	@Tag("S14")
	void twoRequestsThatWriteDifferentAttributesKeepBoth() {
		InMemorySession session = this.repository.createSession();
		session.setAttribute("old", "stays");
		session.setAttribute("removed", "goes");
		this.repository.save(session);
		InMemorySession one = this.repository.findById(session.getId());
		InMemorySession other = this.repository.findById(session.getId());
		one.setAttribute("phoneNumber", "+12125550142");
		one.removeAttribute("removed");
		other.setAttribute("cart", "one line");
		this.repository.save(one);
		this.repository.save(other);
		InMemorySession found = this.repository.findById(session.getId());
		assertThat(found.getAttributeNames()).containsExactlyInAnyOrder("old", "phoneNumber", "cart");
	}

	@Test
	@Tag("S14")
	void aRequestThatLeavesTheIdleLimitAloneKeepsTheOneThatAnotherHasSet() {
		String id = signedIn(this.repository, "ada").getId();
		InMemorySession first = this.repository.findById(id);
		InMemorySession second = this.repository.findById(id);

		first.setMaxInactiveInterval(Duration.ofMinutes(1));
		this.repository.save(first);
		second.setAttribute("cart", "one line");
		this.repository.save(second);

		assertThat(this.repository.findById(id).getMaxInactiveInterval()).isEqualTo(Duration.ofMinutes(1));
	}

	@Test
	@Tag("S14")
	void aHundredRequestsAtOnceThatWriteDifferentAttributesKeepAll() throws Exception {
		String id = signedIn(this.repository, "mark").getId();
		ConcurrentTasks.run(100, (i) -> () -> {
			InMemorySession request = this.repository.findById(id);
			request.setAttribute("attribute" + i, i);
			this.repository.save(request);
			return i;
		});
		assertThat(this.repository.findById(id).getAttributeNames()).hasSize(101);
	}

	@Test
	@Tag("S7")
	void aDeletedSessionTakesNoRoom() {
		String id = signedIn(this.repository, "mark").getId();
		InMemorySession inFlight = this.repository.findById(id);
		this.repository.deleteById(id);
		this.repository.save(inFlight);
		assertThat(this.repository.count()).isZero();
	}

	@Test
	@Tag("S12")
	void tenThousandExpiredSessionsGoWithoutBeingAskedFor() {
		assertThatSessionsGoByThemselves(Clock.systemUTC());
	}

	@Test
	@Tag("S12")
	void sessionsExpireAlsoWhenTheClockIsSlowerThanTheTimer() {
		Clock slow = new SlowClock(Clock.systemUTC(), Instant.now());
		assertThatSessionsGoByThemselves(slow);
	}

	private void assertThatSessionsGoByThemselves(Clock running) {
		InMemorySessionRepository brief = repository(properties(Duration.ofSeconds(2), Duration.ofSeconds(2)), running);
		IntStream.range(0, 10_000).forEach((i) -> anonymous(brief));
		assertThat(brief.count()).isPositive();
		Awaitility.await().atMost(30, TimeUnit.SECONDS).untilAsserted(() -> assertThat(brief.count()).isZero());
	}

	@Test
	@Tag("S16")
	void aFloodOfAnonymousSessionsDrivesOutNoneThatIsSignedIn() {
		List<String> customers = IntStream.range(0, 100)
			.mapToObj((i) -> signedIn(this.repository, "customer" + i).getId())
			.toList();
		IntStream.range(0, 200_000).forEach((i) -> anonymous(this.repository));
		assertThat(customers).allSatisfy((id) -> assertThat(this.repository.findById(id)).isNotNull());
		assertThat(this.repository.count()).isBetween(100L, 10_100L);
	}

	@Test
	@Tag("S16")
	void whileAFloodGoesOnTheLatestStrangersCanSignIn() {
		IntStream.range(0, 20_000).forEach((i) -> anonymous(this.repository));
		for (int newcomer = 0; newcomer < 5; newcomer++) {
			String id = anonymous(this.repository).getId();
			IntStream.range(0, 9_999).forEach((i) -> anonymous(this.repository));
			assertThat(this.repository.findById(id)).isNotNull();
			anonymous(this.repository);
			assertThat(this.repository.findById(id)).isNull();
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
