package billpay.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import billpay.support.Redis;
import billpay.support.Together;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.servlet.FlashMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

/**
 * The store that all nodes share, in a real Redis; every node has one of its own kind.
 */
class RedisSessionsTests extends SessionsStory {

	private static final LettuceConnectionFactory connections = connections();

	private final StringRedisTemplate redis = new StringRedisTemplate(connections);

	private final RedisSessions sessions = new RedisSessions(this.redis, () -> true, limits(100, 1_000, 5), clock());

	private final RedisSessions otherNode = new RedisSessions(this.redis, () -> true, limits(100, 1_000, 5), clock());

	private static LettuceConnectionFactory connections() {
		LettuceConnectionFactory connections = new LettuceConnectionFactory("localhost", Redis.shared().port());
		connections.setDatabase(1);
		connections.afterPropertiesSet();
		connections.start();
		return connections;
	}

	@AfterAll
	static void disconnect() {
		connections.destroy();
	}

	@BeforeEach
	void nothingIsThere() {
		this.redis.execute((connection) -> {
			connection.serverCommands().flushDb();
			return null;
		}, true);
	}

	@Override
	Sessions sessions() {
		return this.sessions;
	}

	@Override
	void pass(Duration time) {
		super.pass(time);
		this.redis.keys("*").forEach((key) -> {
			long left = this.redis.getExpire(key, TimeUnit.MILLISECONDS);
			this.redis.expire(key, Duration.ofMillis(Math.max(left - time.toMillis(), 1)));
		});
		// What has a millisecond left is still there for that long.
		long end = System.nanoTime() + Duration.ofMillis(3).toNanos();
		while (System.nanoTime() < end) {
			Thread.onSpinWait();
		}
	}

	private String keyOf(LiveSession session) {
		return "billpay:sessions:" + session.getId();
	}

	@Test
	void whatOneNodeSavesAnotherFinds() {
		LiveSession session = signedIn(this.sessions, "mark");
		LiveSession found = this.otherNode.findById(session.getId());
		assertThat(found.now()).isEqualTo(session.now());
		assertThat(found.now().principal()).isEqualTo("mark");
	}

	@Test
	void aValueIsJsonThatAPersonCanRead() {
		LiveSession session = this.sessions.createSession();
		session.setAttribute("csrf", new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "877d908c"));
		this.sessions.save(session);
		assertThat(this.redis.<String, String>opsForHash().get(keyOf(session), "sessionAttr:csrf")).isEqualTo(
				"{\"@class\":\"org.springframework.security.web.csrf.DefaultCsrfToken\",\"headerName\":\"X-CSRF-TOKEN\",\"parameterName\":\"_csrf\",\"token\":\"877d908c\"}");
	}

	@Test
	void flashAttributesAreJsonThatAPersonCanReadAndComeBackWhole() {
		FlashMap flash = new FlashMap();
		flash.setTargetRequestPath("/payments");
		flash.addTargetRequestParam("page", "2");
		flash.setExpirationTime(1_800_000_000_000L);
		flash.put("notice", "notice.added");
		flash.put("count", 3);
		LiveSession session = this.sessions.createSession();
		session.setAttribute("flash", new ArrayList<>(List.of(flash)));
		this.sessions.save(session);
		assertThat(this.redis.<String, String>opsForHash().get(keyOf(session), "sessionAttr:flash"))
			.startsWith("[\"java.util.ArrayList\",[{\"@class\":\"org.springframework.web.servlet.FlashMap\","
					+ "\"targetRequestPath\":\"/payments\",\"targetRequestParams\":{\"page\":[\"2\"]},"
					+ "\"expirationTime\":1800000000000,\"attributes\":{")
			.contains("\"notice\":\"notice.added\"", "\"count\":3");
		List<FlashMap> found = this.otherNode.findById(session.getId()).getAttribute("flash");
		assertThat(found).containsExactly(flash);
		assertThat(found.get(0).getExpirationTime()).isEqualTo(flash.getExpirationTime());
	}

	@Test
	void signingOutTakesTheUserOutOfOneRequestAlone() {
		LiveSession session = signedIn(this.sessions, "mark");
		LiveSession leaving = this.sessions.findById(session.getId());
		LiveSession staying = this.sessions.findById(session.getId());
		leaving.<SecurityContext>getAttribute(SPRING_SECURITY_CONTEXT_KEY).setAuthentication(null);
		assertThat(leaving.now().principal()).isNull();
		assertThat(staying.now().principal()).isEqualTo("mark");
		assertThat(this.sessions.findById(session.getId()).now().principal()).isEqualTo("mark");
	}

	@Test
	void whatIsNeitherOursNorOfSpringSecurityIsReadAnewForEachRequest() {
		LiveSession session = this.sessions.createSession();
		session.setAttribute("list", new ArrayList<>(List.of("one")));
		this.sessions.save(session);
		this.sessions.findById(session.getId()).<List<String>>getAttribute("list").add("two");
		assertThat(this.sessions.findById(session.getId()).<List<String>>getAttribute("list")).containsExactly("one");
	}

	@Test
	void aSessionLivesInRedisNoLongerThanItsTime() {
		LiveSession session = signedIn(this.sessions, "mark");
		assertThat(this.redis.getExpire(keyOf(session), TimeUnit.SECONDS)).isBetween(1795L, 1800L);
		pass(ABSOLUTE.minus(SIGNED_IN_IDLE.dividedBy(2)));
		LiveSession late = signedIn(this.sessions, "phil");
		assertThat(this.redis.getExpire(keyOf(late), TimeUnit.SECONDS)).isBetween(1795L, 1800L);
		assertThat(this.redis.keys("*")).contains(keyOf(late)).doesNotContain(keyOf(session));
	}

	@Test
	void whatExpiresAtOnceIsGone() {
		LiveSession session = signedIn(this.sessions, "mark");
		session.setMaxInactiveInterval(Duration.ZERO);
		this.sessions.save(session);
		assertThat(this.redis.keys("billpay:sessions:*")).isEmpty();
	}

	@Test
	void whoWritesBesideAnotherSeesWhatBothHaveWritten() {
		LiveSession one = this.sessions.findById(anonymous(this.sessions).getId());
		LiveSession other = this.otherNode.findById(one.getId());
		other.setAttribute("cart", "one line");
		this.otherNode.save(other);
		one.setAttribute("phoneNumber", "+12125550142");
		this.sessions.save(one);
		assertThat(one.now().attributes()).isEqualTo(Map.of("cart", "one line", "phoneNumber", "+12125550142"));
	}

	@Test
	@Tag("S14")
	void whoWritesInTurnLosesNothingOnTwoNodes() throws Exception {
		String id = anonymous(this.sessions).getId();
		Together.run(50, (i) -> () -> {
			RedisSessions node = (i % 2 == 0) ? this.sessions : this.otherNode;
			LiveSession session = node.findInTurn(id);
			Integer sum = session.getAttribute("sum");
			session.setAttribute("sum", ((sum != null) ? sum : 0) + 1);
			node.save(session);
			return i;
		});
		assertThat(this.sessions.findById(id).<Integer>getAttribute("sum")).isEqualTo(50);
	}

	@Test
	@Tag("S14")
	void whoWritesInTurnBesideAReaderThatWritesTooKeepsBoth() {
		LiveSession inTurn = this.sessions.findInTurn(anonymous(this.sessions).getId());
		LiveSession beside = this.otherNode.findById(inTurn.getId());
		beside.setAttribute("phoneNumber", "+12125550142");
		this.otherNode.save(beside);
		inTurn.setAttribute("cart", "one line");
		this.sessions.save(inTurn);
		assertThat(inTurn.now().attributes()).isEqualTo(Map.of("cart", "one line", "phoneNumber", "+12125550142"));
	}

	@Test
	void aTurnThatIsOverIsNotGivenBackForTheNextOne() {
		LiveSession slow = this.sessions.findInTurn(anonymous(this.sessions).getId());
		pass(Duration.ofSeconds(6));
		this.otherNode.findInTurn(slow.getId());
		this.sessions.endTurn(slow);
		assertThat(this.redis.hasKey("billpay:turns:" + slow.getId())).isTrue();
	}

	@Test
	void nobodyTakesATurnWhereThereIsNoSession() {
		assertThat(this.sessions.findInTurn("no-such-id")).isNull();
		assertThat(this.redis.keys("*")).isEmpty();
	}

	@Test
	void theLastUseNeverGoesBack() {
		LiveSession early = this.sessions.findById(anonymous(this.sessions).getId());
		early.setLastAccessedTime(Instant.now());
		clock().advance(Duration.ofSeconds(1));
		LiveSession late = this.otherNode.findById(early.getId());
		late.setLastAccessedTime(Instant.now());
		this.otherNode.save(late);
		this.sessions.save(early);
		assertThat(this.sessions.findById(early.getId()).getLastAccessedTime()).isEqualTo(late.getLastAccessedTime());
	}

	@Test
	void aChangedIdTakesTheOldOnesPlaceAmongTheSessionsOfItsAccount() {
		LiveSession session = signedIn(this.sessions, "mark");
		assertThat(membersOf("billpay:accounts:mark")).containsExactly(keyOf(session));
		session.changeSessionId();
		this.sessions.save(session);
		assertThat(membersOf("billpay:accounts:mark")).containsExactly(keyOf(session));
		this.sessions.deleteById(session.getId());
		assertThat(this.redis.keys("*")).isEmpty();
	}

	@Test
	void aStrangerThatSignsInOrGoesIsNoStrangerAnyMore() {
		LiveSession session = anonymous(this.sessions);
		assertThat(membersOf("billpay:strangers")).containsExactly(keyOf(session));
		signIn(session, "mark");
		this.sessions.save(session);
		LiveSession gone = anonymous(this.sessions);
		this.sessions.deleteById(gone.getId());
		LiveSession expired = anonymous(this.sessions);
		expired.setMaxInactiveInterval(Duration.ZERO);
		this.sessions.save(expired);
		LiveSession sameId = anonymous(this.sessions);
		sameId.setAttribute(SPRING_SECURITY_CONTEXT_KEY, session.getAttribute(SPRING_SECURITY_CONTEXT_KEY));
		this.sessions.save(sameId);
		assertThat(membersOf("billpay:strangers")).isEmpty();
	}

	@Test
	@Tag("S16")
	void aStrangerWhoseIdChangesKeepsItsPlaceInTheQueue() {
		LiveSession stranger = anonymous(this.sessions);
		Double place = this.redis.opsForZSet().score("billpay:strangers", keyOf(stranger));
		clock().advance(Duration.ofMinutes(1));
		stranger.changeSessionId();
		this.sessions.save(stranger);
		assertThat(membersOf("billpay:strangers")).containsExactly(keyOf(stranger));
		assertThat(this.redis.opsForZSet().score("billpay:strangers", keyOf(stranger))).isEqualTo(place);
	}

	@Test
	@Tag("S16")
	void aStrangerThatComesAgainAndAgainKeepsItsPlaceInTheQueue() {
		LiveSession first = anonymous(this.sessions);
		Double place = this.redis.opsForZSet().score("billpay:strangers", keyOf(first));
		clock().advance(Duration.ofMinutes(1));
		request(first.getId());
		assertThat(this.redis.opsForZSet().score("billpay:strangers", keyOf(first))).isEqualTo(place);
	}

	@Test
	@Tag("S11")
	void theSessionsOfAnAccountAreCountedUntilTheLastOfThemEnds() {
		signedIn(this.sessions, "mark");
		LiveSession brief = signedIn(this.sessions, "mark");
		brief.setMaxInactiveInterval(Duration.ofSeconds(5));
		this.sessions.save(brief);
		assertThat(this.redis.getExpire("billpay:accounts:mark", TimeUnit.SECONDS)).isGreaterThan(1700);
	}

	private Set<String> membersOf(String queue) {
		return this.redis.opsForZSet().range(queue, 0, -1);
	}

	@Test
	void whoReadsNeverWaits() {
		LiveSession writing = this.sessions.findInTurn(anonymous(this.sessions).getId());
		assertThat(this.otherNode.findById(writing.getId())).isNotNull();
	}

	@Test
	void aTurnThatIsNotUsedIsGivenBack() {
		LiveSession writing = this.sessions.findInTurn(anonymous(this.sessions).getId());
		this.sessions.endTurn(writing);
		assertThat(this.redis.keys("billpay:turns:*")).isEmpty();
		assertThat(this.otherNode.findInTurn(writing.getId())).isNotNull();
	}

	@Test
	void whoTakesTooLongIsWaitedForNoLongerThanSaid() {
		SessionProperties impatient = new SessionProperties(ANONYMOUS_IDLE, SIGNED_IN_IDLE, ABSOLUTE, 100, 100, 5,
				Duration.ofMillis(50));
		String id = anonymous(this.sessions).getId();
		this.sessions.findInTurn(id);
		RedisSessions node = new RedisSessions(this.redis, () -> true, impatient, clock());
		assertThatExceptionOfType(Sessions.NotInTurn.class).isThrownBy(() -> node.findInTurn(id));
	}

	@Test
	@Tag("S14")
	void whoHasOverstayedItsTurnOverwritesNothing() {
		String id = anonymous(this.sessions).getId();
		LiveSession slow = this.sessions.findInTurn(id);
		pass(Duration.ofSeconds(6));
		LiveSession next = this.otherNode.findInTurn(id);
		next.setAttribute("cart", "of the next");
		this.otherNode.save(next);
		slow.setAttribute("cart", "of the slow one");
		assertThatExceptionOfType(Sessions.NotInTurn.class).isThrownBy(() -> this.sessions.save(slow));
		assertThat(this.sessions.findById(id).<String>getAttribute("cart")).isEqualTo("of the next");
	}

	@Test
	void whoHasOverstayedItsTurnWhileNobodyWroteIsNotTooLate() {
		String id = anonymous(this.sessions).getId();
		LiveSession slow = this.sessions.findInTurn(id);
		pass(Duration.ofSeconds(6));
		slow.setAttribute("cart", "one line");
		this.sessions.save(slow);
		assertThat(this.otherNode.findById(id).<String>getAttribute("cart")).isEqualTo("one line");
	}

	@Test
	void aNodeThatDiesInItsTurnHoldsNobodyUpForEver() {
		String id = anonymous(this.sessions).getId();
		this.sessions.findInTurn(id);
		assertThat(this.redis.getExpire("billpay:turns:" + id, TimeUnit.MILLISECONDS)).isBetween(1L, 5000L);
	}

	@ParameterizedTest
	@Tag("R6")
	@ValueSource(strings = { "{\"@class\":\"billpay.cart.Basket\",\"lines\":[]}",
			"{\"@class\":\"billpay.bill.PhoneNumber\",\"e164\":\"12\"}",
			"{\"@class\":\"javax.script.ScriptEngineManager\"}", "{\"@class\":\"org.nobody.Knows\",\"a\":1}",
			"{\"@class\":\"billpay.cart.Cart\",\"lines\":[]}",
			"{\"@class\":\"billpay.cart.Cart\",\"id\":\"a\",\"lines\":[{\"billId\":1}]}", "\u00ac\u00ed\u0000\u0005sr",
			"", "{" })
	void anAttributeThatCannotBeReadIsLeftOutAndTheOthersStay(String written) {
		LiveSession session = signedIn(this.sessions, "mark");
		this.redis.opsForHash().put(keyOf(session), "sessionAttr:cart", written);
		LiveSession found = this.sessions.findById(session.getId());
		assertThat(found.getAttributeNames()).containsExactly("SPRING_SECURITY_CONTEXT");
		assertThat(found.now().principal()).isEqualTo("mark");
		found.setAttribute("cart", "one line");
		this.sessions.save(found);
		assertThat(this.otherNode.findById(session.getId()).<String>getAttribute("cart")).isEqualTo("one line");
	}

	@Test
	@Tag("R7")
	void aNumberBeyondAllTimeIsNoSession() {
		LiveSession session = signedIn(this.sessions, "mark");
		this.redis.opsForHash().put(keyOf(session), "maxInactiveInterval", Long.toString(Long.MAX_VALUE));
		assertThat(this.sessions.findById(session.getId())).isNull();
	}

	@ParameterizedTest
	@Tag("R7")
	@ValueSource(strings = { "creationTime", "lastAccessedTime", "maxInactiveInterval", "version" })
	void brokenBytesAreNoSession(String field) {
		LiveSession session = signedIn(this.sessions, "mark");
		this.redis.opsForHash().put(keyOf(session), field, "\u00ac\u00ed");
		assertThat(this.sessions.findById(session.getId())).isNull();
		assertThat(this.sessions.findInTurn(session.getId())).isNull();
		this.redis.opsForHash().delete(keyOf(session), field);
		assertThat(this.sessions.findById(session.getId())).isNull();
	}

	@Test
	@Tag("R7")
	void whatIsNoHashIsNoSession() {
		this.redis.opsForValue().set("billpay:sessions:an-id", "a text");
		assertThat(this.sessions.findById("an-id")).isNull();
		assertThat(this.sessions.findInTurn("an-id")).isNull();
	}

	@Test
	@Tag("S16")
	void aFloodOfStrangersDrivesOutTheFirstOfThemAndNoneThatIsSignedIn() {
		String customer = signedIn(this.sessions, "mark").getId();
		String first = anonymous(this.sessions).getId();
		List<String> flood = IntStream.range(0, 100).mapToObj((i) -> {
			clock().advance(Duration.ofMillis(1));
			return anonymous(this.sessions).getId();
		}).toList();
		assertThat(this.sessions.findById(first)).isNull();
		assertThat(flood).allSatisfy((id) -> assertThat(this.sessions.findById(id)).isNotNull());
		assertThat(this.sessions.findById(customer)).isNotNull();
	}

	@Test
	void whatItKeepsBesideSessionsGoesWithThem() {
		signedIn(this.sessions, "mark");
		anonymous(this.sessions);
		pass(SIGNED_IN_IDLE.plusSeconds(1));
		assertThat(this.redis.keys("*")).isEmpty();
	}

	@Test
	void timeIsToldInWholeMilliseconds() {
		LiveSession session = anonymous(this.sessions);
		session.setLastAccessedTime(Instant.now());
		this.sessions.save(session);
		assertThat(this.otherNode.findById(session.getId()).getLastAccessedTime())
			.isEqualTo(session.getLastAccessedTime());
	}

}
