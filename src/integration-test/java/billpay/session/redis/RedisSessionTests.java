package billpay.session.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import billpay.bill.PhoneNumber;
import billpay.support.OnRedis;
import billpay.support.OverHttp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.session.data.redis.RedisIndexedSessionRepository;
import org.springframework.session.data.redis.RedisIndexedSessionRepository.RedisSession;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.FlashMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

/**
 * Spring Session's repository in a real Redis, with what we have set in it: readable
 * JSON, and that what cannot be read is no session or no attribute, and never an error.
 */
@OnRedis
@TestPropertySource(properties = "billpay.session.max-per-account=" + RedisSessionTests.MOST_SESSIONS)
class RedisSessionTests extends OverHttp {

	static final int MOST_SESSIONS = 3;

	@Autowired
	private RedisIndexedSessionRepository repository;

	@Autowired
	private StringRedisTemplate redis;

	@Autowired
	private Clock clock;

	private RedisSession signedIn(String name) {
		RedisSession session = this.repository.createSession();
		session.setMaxInactiveInterval(Duration.ofMinutes(30));
		session.setAttribute(SPRING_SECURITY_CONTEXT_KEY,
				new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(name, null, List.of())));
		this.repository.save(session);
		return session;
	}

	private static String keyOf(RedisSession session) {
		return "billpay:sessions:" + session.getId();
	}

	private Map<String, String> hashOf(RedisSession session) {
		return this.redis.<String, String>opsForHash().entries(keyOf(session));
	}

	@Test
	void everyFieldIsJsonThatAPersonCanRead() {
		RedisSession session = this.repository.createSession();
		session.setAttribute("csrf", new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "877d908c"));
		this.repository.save(session);

		assertThat(hashOf(session)).containsEntry("maxInactiveInterval", "300")
			.containsEntry("creationTime", Long.toString(session.getCreationTime().toEpochMilli()))
			.containsEntry("sessionAttr:csrf",
					"{\"@class\":\"org.springframework.security.web.csrf.DefaultCsrfToken\",\"headerName\":\"X-CSRF-TOKEN\",\"parameterName\":\"_csrf\",\"token\":\"877d908c\"}");
	}

	@Test
	void theNumberAndTheCartAreJsonThatAPersonCanRead() {
		Customer customer = newCustomer();
		customer.browser().fillCart(customer.number());

		Map<String, String> hash = this.redis.<String, String>opsForHash()
			.entries("billpay:sessions:" + customer.browser().sessionId());

		assertThat(hash.get("sessionAttr:phoneNumber"))
			.matches("\\{\"@class\":\"billpay.bill.PhoneNumber\",\"e164\":\"\\+1\\d{10}\"}");
		assertThat(hash.get("sessionAttr:cart")).startsWith("{\"@class\":\"billpay.cart.Cart\",")
			.contains("\"billId\":");
	}

	@Test
	void flashAttributesAreJsonThatAPersonCanReadAndComeBackWhole() {
		FlashMap flash = new FlashMap();
		flash.setTargetRequestPath("/payments");
		flash.addTargetRequestParam("page", "2");
		flash.setExpirationTime(1_800_000_000_000L);
		flash.put("notice", "notice.added");
		flash.put("count", 3);
		RedisSession session = this.repository.createSession();
		session.setAttribute("flash", new ArrayList<>(List.of(flash)));
		this.repository.save(session);

		assertThat(hashOf(session).get("sessionAttr:flash"))
			.startsWith("[\"java.util.ArrayList\",[{\"@class\":\"org.springframework.web.servlet.FlashMap\","
					+ "\"targetRequestPath\":\"/payments\",\"targetRequestParams\":{\"page\":[\"2\"]},"
					+ "\"expirationTime\":1800000000000,\"attributes\":{")
			.contains("\"notice\":\"notice.added\"", "\"count\":3");
		List<FlashMap> found = this.repository.findById(session.getId()).getAttribute("flash");
		assertThat(found).containsExactly(flash);
		assertThat(found.get(0).getExpirationTime()).isEqualTo(flash.getExpirationTime());
	}

	/**
	 * Spring Session announces a new session in Redis with all that is in it.
	 */
	@Test
	void theAnnouncementOfANewSessionCanBeRead() {
		JsonSessionSerializer serializer = new JsonSessionSerializer();
		Map<String, Object> announced = new HashMap<>(Map.of("creationTime", 1_800_000_000_000L, "maxInactiveInterval",
				300, "sessionAttr:phoneNumber", new PhoneNumber("+12025550142")));

		assertThat(serializer.deserialize(serializer.serialize(announced))).isEqualTo(announced);
	}

	@Test
	@Tag("S2")
	void theIdHasAsManyRandomBitsAsInMemory() {
		assertThat(this.repository.createSession().getId()).matches("[A-Za-z0-9_-]{32}");
	}

	@Test
	@Tag("S7")
	void aSessionDeletedWhileARequestOfItRunsStaysDeletedWhenThatRequestSaves() {
		RedisSession session = signedIn("ada");
		RedisSession inFlight = this.repository.findById(session.getId());
		this.repository.deleteById(session.getId());

		inFlight.setLastAccessedTime(Instant.now());
		inFlight.setAttribute("cart", "one line");
		this.repository.save(inFlight);

		assertThat(this.repository.findById(session.getId())).isNull();
	}

	@Test
	@Tag("S7")
	void aSessionDeletedWhileItsIdChangesStaysDeletedUnderBothIds() {
		RedisSession session = signedIn("ada");
		String id = session.getId();
		this.repository.deleteById(id);

		session.changeSessionId();
		session.setAttribute("cart", "one line");
		this.repository.save(session);

		assertThat(this.repository.findById(id)).isNull();
		assertThat(this.repository.findById(session.getId())).isNull();
	}

	@Test
	@Tag("S7")
	void aSessionThatHasLeftRedisWhileItsIdChangesStaysDeletedUnderBothIds() {
		RedisSession session = signedIn("ada");
		String id = session.getId();
		this.repository.deleteById(id);
		this.redis.delete(keyOf(session));

		session.changeSessionId();
		session.setAttribute("cart", "one line");
		this.repository.save(session);

		assertThat(hashOf(session)).isNotEmpty();
		assertThat(this.repository.findById(id)).isNull();
		assertThat(this.repository.findById(session.getId())).isNull();
	}

	@Test
	@Tag("S9")
	void aSessionEndsAtTheAbsoluteLimitHoweverBusyItIs() {
		RedisSession session = signedIn("ada");
		Instant began = this.clock.instant().minus(Duration.ofHours(8)).plusSeconds(60);
		this.redis.opsForHash().put(keyOf(session), "creationTime", Long.toString(began.toEpochMilli()));
		assertThat(this.repository.findById(session.getId())).isNotNull();

		this.redis.opsForHash()
			.put(keyOf(session), "creationTime", Long.toString(began.minusSeconds(61).toEpochMilli()));

		assertThat(this.repository.findById(session.getId())).isNull();
	}

	@Test
	@Tag("S10")
	void theSessionsOfAnAccountAreFoundByItsName() {
		RedisSession one = signedIn("lin");
		RedisSession other = signedIn("lin");
		this.repository.deleteById(other.getId());

		assertThat(this.repository.findByPrincipalName("lin")).containsOnlyKeys(one.getId());
	}

	@Test
	@Tag("S11")
	void theSessionThatWasUnusedForTheLongestTimeEndsWhenAnAccountHasTooMany() {
		Customer customer = newCustomer();
		for (int i = 0; i < MOST_SESSIONS; i++) {
			newBrowser().signIn(customer.name(), customer.password());
		}

		assertThat(customer.browser().get("/cart").location()).startsWith("/login");
		assertThat(customer.browser().get("/login").text()).contains("has too many sessions");
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
		RedisSession session = signedIn("ada");
		this.redis.opsForHash().put(keyOf(session), "sessionAttr:cart", written);

		RedisSession found = this.repository.findById(session.getId());

		assertThat(found.getAttributeNames()).containsExactly(SPRING_SECURITY_CONTEXT_KEY);
	}

	@ParameterizedTest
	@Tag("R7")
	@ValueSource(strings = { "creationTime", "lastAccessedTime", "maxInactiveInterval" })
	void aHashWithBrokenBytesOrWithoutAFieldIsNoSession(String field) {
		RedisSession session = signedIn("ada");
		this.redis.opsForHash().put(keyOf(session), field, "\u00ac\u00ed");
		assertThat(this.repository.findById(session.getId())).isNull();

		this.redis.opsForHash().delete(keyOf(session), field);

		assertThat(this.repository.findById(session.getId())).isNull();
	}

	@ParameterizedTest
	@Tag("R7")
	@ValueSource(strings = { "creationTime", "lastAccessedTime", "maxInactiveInterval" })
	void aBrowserWithABrokenSessionIsSentToTheLoginPage(String field) {
		Customer customer = newCustomer();
		String key = "billpay:sessions:" + customer.browser().sessionId();
		this.redis.opsForHash().put(key, field, "\"broken\"");

		assertThat(customer.browser().get("/cart").location()).startsWith("/login");
	}

}
