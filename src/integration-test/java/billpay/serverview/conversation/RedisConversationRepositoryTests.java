package billpay.serverview.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import billpay.cookies.SentCookie;
import billpay.cookies.SetCookie;
import billpay.serverview.ServerViewProperties;
import billpay.serverview.exchange.AttributeChange;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.Experiment;
import billpay.serverview.exchange.Field;
import billpay.serverview.exchange.Header;
import billpay.serverview.exchange.RecordedForm;
import billpay.serverview.exchange.RecordedRequest;
import billpay.serverview.exchange.RecordedResponse;
import billpay.serverview.exchange.RecordedSession;
import billpay.serverview.exchange.SessionAttribute;
import billpay.serverview.exchange.SessionStoreCall;
import billpay.support.MutableClock;
import billpay.support.Redis;
import io.lettuce.core.ClientOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Two nodes with one real Redis: a browser has one conversation, whichever of them
 * answers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisConversationRepositoryTests {

	private static final ServerViewProperties PROPERTIES = new ServerViewProperties(true, 5, 40,
			DataSize.ofMegabytes(48), Duration.ofHours(1), true);

	private static final String NUMBERS = "billpay:conversations:number:*";

	private static final String ALL = "billpay:conversations:exchanges:*";

	private final MutableClock clock = new MutableClock();

	private Redis server;

	private LettuceConnectionFactory connections;

	private StringRedisTemplate redis;

	private RedisConversationRepository one;

	private RedisConversationRepository two;

	@BeforeAll
	void connect() {
		this.server = Redis.start();
		this.connections = new LettuceConnectionFactory(
				new RedisStandaloneConfiguration("localhost", this.server.port()),
				LettuceClientConfiguration.builder()
					.commandTimeout(Duration.ofSeconds(20))
					.clientOptions(ClientOptions.builder()
						.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
						.build())
					.build());
		this.connections.afterPropertiesSet();
		this.connections.start();
		this.redis = new StringRedisTemplate(this.connections);
		this.one = new RedisConversationRepository(this.redis, PROPERTIES, this.clock);
		this.two = new RedisConversationRepository(this.redis, PROPERTIES, this.clock);
	}

	@AfterAll
	void disconnect() {
		this.connections.destroy();
		this.server.close();
	}

	@AfterEach
	void forgetAll() {
		this.redis.delete(this.redis.keys("*"));
	}

	/** A request that brings the cookie of a session. */
	private Exchange visit(String what) {
		this.clock.advance(Duration.ofSeconds(1));
		return Exchanges.bringing(this.clock.instant(), what, "#0001");
	}

	private List<String> kept(RedisConversationRepository node, String token) {
		return node.find(token).exchanges().stream().map((exchange) -> exchange.request().what()).toList();
	}

	private List<Integer> numbers(RedisConversationRepository node, String token) {
		return node.find(token).exchanges().stream().map(Exchange::number).toList();
	}

	@Test
	void bothNodesAddToOneConversation() {
		this.one.add("mark", visit("GET /login"), null);
		this.two.add("mark", visit("POST /login"), null);
		this.one.add("mark", visit("GET /lookup"), null);
		for (RedisConversationRepository node : List.of(this.one, this.two)) {
			assertThat(kept(node, "mark")).containsExactly("GET /login", "POST /login", "GET /lookup");
			assertThat(numbers(node, "mark")).containsExactly(1, 2, 3);
			assertThat(kept(node, "phil")).isEmpty();
			assertThat(node.find(null).exchanges()).isEmpty();
		}
	}

	@Test
	void everythingThatIsRecordedComesBackAsItWas() {
		RecordedSession session = new RecordedSession("#0001", Instant.EPOCH, this.clock.instant().plusSeconds(60),
				"mark", Instant.EPOCH);
		Exchange exchange = new Exchange(0, this.clock.instant(),
				new RecordedRequest("POST", "/lookup", "HTTP/1.1", "/bill",
						List.of(new SentCookie("BILLPAY_SESSION", "#0001", SentCookie.Kind.TEMPORARY)), 1,
						new RecordedForm("lookup", List.of(new Field("_csrf", null)), 2), true,
						List.of(new Header("Accept", "\"'\\")), true),
				session, session, List.of(new SessionStoreCall(SessionStoreCall.Kind.MOVED, "#0001", "#0000")),
				List.of(new AttributeChange(AttributeChange.Kind.CHANGED, new SessionAttribute("cart", null), "empty")),
				new RecordedResponse(303, "/bill", List.of(new SetCookie("A", "b", List.of("Path=/"), false)), "Title",
						"node 1", List.of(new Header("Vary", "Accept"))),
				Experiment.CHANGE_ID);
		this.one.add("mark", exchange, null);
		assertThat(this.two.find("mark").exchanges()).containsExactly(exchange.withNumber(1));
		ReplayComparison comparison = new ReplayComparison(exchange, exchange.response());
		this.one.keep("mark", comparison);
		assertThat(this.two.find("mark").comparison()).isEqualTo(comparison);
		this.one.keep("mark", null);
		assertThat(this.two.find("mark").comparison()).isNull();
	}

	@Test
	void aRequestThatEndsOnceMoreWithItsErrorPageIsKeptOnce() {
		Exchange first = visit("GET /nowhere");
		this.one.add("mark", first, null);
		this.one.add("mark", visit("GET /bill"), null);
		this.one.add("mark", Exchanges.bringing(first.at(), "GET /error", "#0001"), first);
		assertThat(kept(this.two, "mark")).containsExactly("GET /error", "GET /bill");
		assertThat(numbers(this.two, "mark")).containsExactly(1, 2);
	}

	@Test
	void theRedirectOfOneNodeHasLedToThePageOfTheOther() {
		this.clock.advance(Duration.ofSeconds(1));
		Instant now = this.clock.instant();
		this.one.add("mark", Exchanges.bringing(Exchanges.redirect(now, "POST /lookup", "/bill"), "#0001"), null);
		assertThat(RedirectChain.leadingTo(this.two.findLatest("mark"), "/bill", now)).hasSize(1);
		this.two.markShown("mark");
		assertThat(RedirectChain.leadingTo(this.one.find("mark"), "/bill", now)).isEmpty();
	}

	@Test
	@Tag("S13")
	void numberSizeAndTimeAreBounded() {
		IntStream.range(0, 12).forEach((i) -> this.one.add("mark", visit("GET /" + i), null));
		assertThat(kept(this.one, "mark")).containsExactly("GET /7", "GET /8", "GET /9", "GET /10", "GET /11");
		assertThat(numbers(this.two, "mark")).containsExactly(8, 9, 10, 11, 12);
		IntStream.range(0, 100).forEach((i) -> this.two.add("browser-" + i, visit("GET /"), null));
		assertThat(this.one.count()).isEqualTo(40);
		assertThat(this.redis.keys(NUMBERS)).hasSize(40);
		assertThat(this.redis.keys("billpay:conversations:*:browser-*")).hasSize(80)
			.allSatisfy((key) -> assertThat(this.redis.getExpire(key)).isBetween(3_500L, 3_600L));
		assertThat(kept(this.one, "mark")).isEmpty();
	}

	@Test
	@Tag("S13")
	void strangersFillNothing() {
		IntStream.range(0, 100)
			.forEach((i) -> this.one.add("stranger-" + i, Exchanges.anonymous(this.clock.instant(), "GET /"), null));
		assertThat(this.redis.keys("*")).isEmpty();
	}

	@Test
	void theFirstRequestOfAStrangerIsWrittenWithTheNextThatTheNodeAnswers() {
		this.clock.advance(Duration.ofSeconds(1));
		this.one.add("mark", Exchanges.anonymous(this.clock.instant(), "GET /"), null);
		assertThat(kept(this.one, "mark")).containsExactly("GET /");
		this.two.add("mark", visit("GET /login"), null);
		assertThat(kept(this.one, "mark")).containsExactly("GET /", "GET /login");
		assertThat(numbers(this.one, "mark")).containsExactly(2, 1);
		assertThat(kept(this.two, "mark")).containsExactly("GET /login");
		this.one.add("mark", visit("POST /login"), null);
		assertThat(kept(this.two, "mark")).containsExactly("GET /", "GET /login", "POST /login");
	}

	@Test
	void valuesOfASessionAreRemovedFromRedisWhenItEnds() {
		RecordedSession session = Exchanges.session("#0001", this.clock.instant().plusSeconds(1800), "mark");
		this.one.add("mark",
				Exchanges.bringing(Exchanges.changing(this.clock.instant(), "POST /lookup", session), "#0001"), null);
		assertThat(first("mark")).contains("\"value\":\"value\"", "\"title\":\"Title\"");
		this.clock.advance(Duration.ofSeconds(1));
		this.two.add("mark",
				Exchanges.bringing(
						Exchanges.exchange(this.clock.instant(), "POST /logout", session, null,
								List.of(new SessionStoreCall(SessionStoreCall.Kind.ENDED, "#0001", null)), "/"),
						"#0001"),
				null);
		assertThat(kept(this.one, "mark")).containsExactly("POST /lookup", "POST /logout");
		assertThat(first("mark")).contains("/lookup").doesNotContain("\"value\":\"value\"", "\"title\":\"Title\"");
	}

	private String first(String token) {
		return this.redis.opsForList().index(ALL.replace("*", token), 0);
	}

	@Test
	void movedConversationIsFoundByTheNewTokenOnly() {
		Exchange login = visit("GET /login");
		this.one.add("planted", login, null);
		this.one.keep("planted", new ReplayComparison(login, login.response()));
		this.two.move("planted", "given");
		assertThat(this.one.find("planted").comparison()).isNull();
		assertThat(this.one.find("given").comparison()).isNotNull();
		assertThat(kept(this.one, "planted")).isEmpty();
		assertThat(kept(this.one, "given")).containsExactly("GET /login");
		this.one.add("given", visit("GET /bill"), null);
		assertThat(numbers(this.two, "given")).containsExactly(1, 2);
		this.two.move("of-nobody", "given-too");
		assertThat(this.one.count()).isEqualTo(1);
		this.one.forget("given");
		assertThat(this.redis.keys("*")).isEmpty();
	}

	@Test
	void requestsRecordedDuringAnOutageAreWrittenAfterIt() {
		this.one.add("mark", visit("GET /bill"), null);
		this.server.stop();
		try {
			Exchange missed = visit("GET /cart");
			assertThatThrownBy(() -> this.one.add("mark", missed, null)).isInstanceOf(RuntimeException.class);
			Exchange failed = visit("GET /checkout");
			this.one.add("mark",
					new Exchange(0, failed.at(), failed.request(), null, null,
							List.of(new SessionStoreCall(SessionStoreCall.Kind.UNANSWERED, "#0001", null)), List.of(),
							failed.response(), null),
					null);
		}
		finally {
			this.server.begin();
		}
		await().ignoreExceptions().until(() -> this.redis.hasKey("any") != null);
		this.one.add("mark", visit("GET /payments"), null);
		assertThat(kept(this.two, "mark")).containsExactly("GET /bill", "GET /cart", "GET /checkout", "GET /payments");
		assertThat(numbers(this.two, "mark")).containsExactly(1, 2, 3, 4);
	}

	@Test
	void aSessionThatEndsAfterItsConversationWasForgottenIsNoError() {
		RecordedSession session = Exchanges.session("#0001", this.clock.instant().plusSeconds(1800), "mark");
		this.one.add("mark",
				Exchanges.bringing(Exchanges.changing(this.clock.instant(), "POST /lookup", session), "#0001"), null);
		this.redis.opsForList().leftPop(ALL.replace("*", "mark"));
		this.redis.opsForList().rightPush(ALL.replace("*", "mark"), "{}");
		new RedisExchangeLog(this.redis, PROPERTIES, this.clock, new ConversationJson()).omitEnded("mark");
		new RedisExchangeLog(this.redis, PROPERTIES, this.clock, new ConversationJson()).omitEnded("nobody");
		assertThat(kept(this.two, "mark")).isEmpty();
	}

	@Test
	void unreadableRecordsOfAnotherVersionAreTreatedAsMissing() {
		this.one.add("mark", visit("GET /bill"), null);
		this.redis.opsForList().rightPush(ALL.replace("*", "mark"), "{\"at\":[1]}");
		this.one.add("mark", visit("GET /cart"), null);
		assertThat(kept(this.two, "mark")).containsExactly("GET /bill", "GET /cart");
	}

}
