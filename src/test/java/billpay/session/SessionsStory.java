package billpay.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import billpay.support.HandClock;
import billpay.support.Together;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

/**
 * What every store of sessions keeps, what it lets go, and what it never brings back. The
 * story knows no store; a class for each has one.
 */
abstract class SessionsStory {

	static final Duration ANONYMOUS_IDLE = Duration.ofMinutes(5);

	static final Duration SIGNED_IN_IDLE = Duration.ofMinutes(30);

	static final Duration ABSOLUTE = Duration.ofHours(8);

	private final HandClock clock = new HandClock();

	final HandClock clock() {
		return this.clock;
	}

	static SessionProperties limits(int maxAnonymous, int maxSignedIn, int maxPerAccount) {
		return new SessionProperties(ANONYMOUS_IDLE, SIGNED_IN_IDLE, ABSOLUTE, maxAnonymous, maxSignedIn, maxPerAccount,
				Duration.ofSeconds(10));
	}

	/**
	 * The store, for five sessions to an account.
	 */
	abstract Sessions sessions();

	/**
	 * Lets time pass.
	 */
	void pass(Duration time) {
		this.clock.advance(time);
	}

	final LiveSession anonymous(Sessions store) {
		LiveSession session = store.createSession();
		store.save(session);
		return session;
	}

	final LiveSession signedIn(Sessions store, String name) {
		LiveSession session = anonymous(store);
		signIn(session, name);
		store.save(session);
		return session;
	}

	final void signIn(LiveSession session, String name) {
		session.changeSessionId();
		session.setMaxInactiveInterval(SIGNED_IN_IDLE);
		session.setAttribute(SPRING_SECURITY_CONTEXT_KEY,
				new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(name, null, List.of())));
	}

	final void request(String id) {
		LiveSession session = sessions().findById(id);
		session.setLastAccessedTime(Instant.now());
		sessions().save(session);
	}

	@Test
	void aSavedSessionIsFoundWithItsAttributes() {
		LiveSession session = sessions().createSession();
		session.setAttribute("phoneNumber", "+12125550142");
		sessions().save(session);
		LiveSession found = sessions().findById(session.getId());
		assertThat(found.<String>getAttribute("phoneNumber")).isEqualTo("+12125550142");
		assertThat(found.getAttributeNames()).containsExactly("phoneNumber");
	}

	@Test
	void aRemovedAttributeIsGone() {
		LiveSession session = sessions().createSession();
		session.setAttribute("cart", "one line");
		sessions().save(session);
		LiveSession later = sessions().findById(session.getId());
		later.removeAttribute("cart");
		assertThat(later.getAttributeNames()).isEmpty();
		sessions().save(later);
		assertThat(sessions().findById(session.getId()).getAttributeNames()).isEmpty();
	}

	@Test
	void whatARequestWritesIsSeenByNobodyUntilItIsSaved() {
		LiveSession session = anonymous(sessions());
		LiveSession writing = sessions().findById(session.getId());
		writing.setAttribute("cart", "one line");
		assertThat(sessions().findById(session.getId()).getAttributeNames()).isEmpty();
	}

	@Test
	@Tag("S7")
	void aSessionRevokedWhileARequestOfItRunsStaysDeadWhenThatRequestSaves() {
		String id = signedIn(sessions(), "mark").getId();
		LiveSession inFlight = sessions().findById(id);
		sessions().deleteById(id);
		inFlight.setAttribute("cart", "one line");
		sessions().save(inFlight);
		assertThat(inFlight.isKept()).isFalse();
		sessions().save(inFlight);
		assertThat(sessions().findById(id)).isNull();
	}

	@Test
	@Tag("S7")
	void aSessionRevokedWhileItsOwnerSignsInStaysDeadUnderTheNewIdToo() {
		String id = anonymous(sessions()).getId();
		LiveSession signingIn = sessions().findById(id);
		sessions().deleteById(id);
		signIn(signingIn, "mark");
		sessions().save(signingIn);
		assertThat(sessions().findById(signingIn.getId())).isNull();
	}

	@Test
	@Tag("S7")
	void aNewSessionRevokedBetweenTwoSavesOfTheRequestThatMadeItStaysDead() {
		LiveSession session = anonymous(sessions());
		sessions().deleteById(session.getId());
		session.setAttribute("cart", "one line");
		sessions().save(session);
		assertThat(sessions().findById(session.getId())).isNull();
	}

	@Test
	@Tag("S7")
	void aSessionThatExpiredWhileARequestOfItRanStaysDead() {
		String id = signedIn(sessions(), "mark").getId();
		LiveSession inFlight = sessions().findById(id);
		pass(SIGNED_IN_IDLE.plusSeconds(1));
		inFlight.setLastAccessedTime(Instant.now());
		sessions().save(inFlight);
		assertThat(sessions().findById(id)).isNull();
	}

	@Test
	@Tag("S3")
	void theIdFromBeforeSignInNamesNothingAfterIt() {
		LiveSession session = anonymous(sessions());
		String before = session.getId();
		LiveSession inFlight = sessions().findById(before);
		signIn(session, "mark");
		sessions().save(session);
		sessions().save(inFlight);
		assertThat(session.getId()).isNotEqualTo(before);
		assertThat(sessions().findById(before)).isNull();
		assertThat(sessions().findById(session.getId())).isNotNull();
	}

	@Test
	@Tag("S3")
	void aSessionThatBeginsWithASignInIsKeptUnderItsLastId() {
		LiveSession session = sessions().createSession();
		String first = session.getId();
		signIn(session, "mark");
		sessions().save(session);
		assertThat(sessions().findById(session.getId()).now().principal()).isEqualTo("mark");
		assertThat(sessions().findById(first)).isNull();
	}

	@Test
	@Tag("S8")
	void anAnonymousSessionEndsWhenItWasIdleForItsTime() {
		String id = anonymous(sessions()).getId();
		pass(ANONYMOUS_IDLE.minusSeconds(1));
		assertThat(sessions().findById(id)).isNotNull();
		pass(Duration.ofSeconds(1));
		assertThat(sessions().findById(id)).isNull();
	}

	@Test
	@Tag("S8")
	void aRequestProlongsASessionAndItsMereLookUpDoesNot() {
		String used = signedIn(sessions(), "mark").getId();
		String lookedUp = signedIn(sessions(), "phil").getId();
		pass(SIGNED_IN_IDLE.minusSeconds(1));
		request(used);
		assertThat(sessions().findById(lookedUp)).isNotNull();
		pass(Duration.ofSeconds(1));
		assertThat(sessions().findById(used)).isNotNull();
		assertThat(sessions().findById(lookedUp)).isNull();
	}

	@Test
	@Tag("S9")
	void aSessionKeptBusyEndsAtTheAbsoluteLimit() {
		String id = signedIn(sessions(), "mark").getId();
		for (int i = 0; i < 31; i++) {
			pass(Duration.ofMinutes(15));
			request(id);
		}
		pass(Duration.ofMinutes(15).minusSeconds(1));
		request(id);
		pass(Duration.ofSeconds(1));
		assertThat(sessions().findById(id)).isNull();
	}

	@Test
	@Tag("S11")
	void ofManyParallelSignInsOfOneAccountNoMoreThanTheCapStayAndTheLatestAmongThem() throws Exception {
		List<LiveSession> parallel = Together.run(40, (i) -> () -> signedIn(sessions(), "mark"));
		assertThat(parallel).filteredOn((session) -> sessions().findById(session.getId()) != null).hasSize(5);
		pass(Duration.ofSeconds(1));
		LiveSession latest = signedIn(sessions(), "mark");
		assertThat(sessions().findById(latest.getId())).isNotNull();
	}

	@Test
	@Tag("S11")
	void beyondTheCapTheLongestUnusedSessionOfTheSameAccountGoes() {
		String other = signedIn(sessions(), "phil").getId();
		List<String> marks = Stream.generate(() -> {
			pass(Duration.ofSeconds(1));
			return signedIn(sessions(), "mark").getId();
		}).limit(5).toList();
		request(marks.get(0));
		pass(Duration.ofSeconds(1));
		String sixth = signedIn(sessions(), "mark").getId();
		assertThat(Stream.concat(marks.stream(), Stream.of(other, sixth)))
			.filteredOn((id) -> sessions().findById(id) == null)
			.containsExactly(marks.get(1));
	}

	@Test
	@Tag("S10")
	void theSessionsOfAnAccountAreFoundByItsNameAndThoseOfNobodyElse() {
		anonymous(sessions());
		signedIn(sessions(), "phil");
		String ended = signedIn(sessions(), "mark").getId();
		String one = signedIn(sessions(), "mark").getId();
		LiveSession other = signedIn(sessions(), "mark");
		other.setAttribute("cart", "one line");
		sessions().save(other);
		sessions().deleteById(ended);
		Map<String, LiveSession> marks = sessions().findByPrincipalName("mark");
		assertThat(marks).containsOnlyKeys(one, other.getId());
		assertThat(marks.get(other.getId()).<String>getAttribute("cart")).isEqualTo("one line");
		assertThat(sessions().findByPrincipalName("jan")).isEmpty();
		assertThat(sessions().findByIndexNameAndIndexValue("cart", "one line")).isEmpty();
	}

	@Test
	@Tag("S10")
	void aSessionIsFoundUnderItsNewIdAndNotAfterItsUserHasLeftItOrItHasExpired() {
		LiveSession session = signedIn(sessions(), "mark");
		session.changeSessionId();
		sessions().save(session);
		assertThat(sessions().findByPrincipalName("mark")).containsOnlyKeys(session.getId());
		session.removeAttribute(SPRING_SECURITY_CONTEXT_KEY);
		sessions().save(session);
		assertThat(sessions().findByPrincipalName("mark")).isEmpty();
		signedIn(sessions(), "phil");
		pass(SIGNED_IN_IDLE.plusSeconds(1));
		assertThat(sessions().findByPrincipalName("phil")).isEmpty();
	}

	@Test
	@Tag("S14")
	void twoRequestsThatWriteDifferentAttributesKeepBoth() {
		LiveSession session = sessions().createSession();
		session.setAttribute("old", "stays");
		session.setAttribute("removed", "goes");
		sessions().save(session);
		LiveSession one = sessions().findById(session.getId());
		LiveSession other = sessions().findById(session.getId());
		one.setAttribute("phoneNumber", "+12125550142");
		one.removeAttribute("removed");
		other.setAttribute("cart", "one line");
		sessions().save(one);
		sessions().save(other);
		LiveSession found = sessions().findById(session.getId());
		assertThat(found.getAttributeNames()).containsExactlyInAnyOrder("old", "phoneNumber", "cart");
	}

	@Test
	@Tag("S14")
	void aHundredRequestsAtOnceThatWriteDifferentAttributesKeepAll() throws Exception {
		String id = signedIn(sessions(), "mark").getId();
		Together.run(100, (i) -> () -> {
			LiveSession request = sessions().findById(id);
			request.setAttribute("attribute" + i, i);
			sessions().save(request);
			return i;
		});
		assertThat(sessions().findById(id).getAttributeNames()).hasSize(101);
	}

}
