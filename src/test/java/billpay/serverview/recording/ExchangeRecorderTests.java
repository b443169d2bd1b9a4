package billpay.serverview.recording;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import billpay.cookies.CookieReader;
import billpay.serverview.ServerViewCookie;
import billpay.serverview.exchange.AttributeChange;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.Header;
import billpay.serverview.exchange.SessionAttribute;
import billpay.serverview.exchange.SessionStoreCall;
import billpay.session.SessionFingerprint;
import billpay.session.SessionProperties;
import billpay.session.memory.InMemorySession;
import billpay.session.memory.InMemorySessionRepository;
import billpay.web.CookieDefinition;
import org.junit.jupiter.api.Test;

import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.UuidSessionIdGenerator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is noted of a request beside which others run.
 */
class ExchangeRecorderTests {

	private static final CookieDefinition COOKIE = new CookieDefinition("BILLPAY_SESSION", "session", null, "/", false,
			true, "Lax", true);

	private static final CookieReader COOKIES = new CookieReader(List.of(COOKIE), COOKIE);

	private static final SessionProperties LIMITS = new SessionProperties(Duration.ofMinutes(5), Duration.ofMinutes(30),
			Duration.ofHours(8), 100, 100, 10, Duration.ofSeconds(10));

	private final RecordingSessionRepository<InMemorySession> store = new RecordingSessionRepository<>(
			new InMemorySessionRepository(LIMITS, UuidSessionIdGenerator.getInstance(), Clock.systemUTC()));

	private final InMemorySession session = readSession();

	private final ExchangeRecorder recording = recorder();

	private static ExchangeRecorder recorder() {
		return new ExchangeRecorder(new MockHttpServletRequest("GET", "/bill"), new MockHttpServletResponse(),
				Instant.now(), new ServerViewCookie.Choice(true, null, null),
				new SessionRecorder(false, LIMITS, new SessionValueFormatter(new DefaultFormattingConversionService())),
				null);
	}

	private static List<Header> headersOf(MockHttpServletRequest request) {
		return HeaderReader.of(request, null);
	}

	@Test
	void lengthCutFromAHeaderIsShown() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addHeader("User-Agent", "x ".repeat(100));
		request.addHeader("Accept", "y ".repeat(80));
		assertThat(headersOf(request)).containsExactly(
				new Header("User-Agent", "x ".repeat(80) + "… (40 more characters)"),
				new Header("Accept", "y ".repeat(80)));
	}

	@Test
	void numberOfOmittedHeadersIsShown() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addHeader("Cookie", "a=b");
		IntStream.range(0, 24).forEach((i) -> request.addHeader("X-" + i, ""));
		assertThat(headersOf(request)).hasSize(24).last().isEqualTo(new Header("X-23", "…"));
		request.addHeader("X-24", "");
		request.addHeader("X-25", "");
		assertThat(headersOf(request)).hasSize(25).last().isEqualTo(new Header("…", "(2 more headers)"));
	}

	private InMemorySession readSession() {
		InMemorySession begun = this.store.createSession();
		this.store.save(begun);
		return this.store.findById(begun.getId());
	}

	private void find() {
		find(this.recording);
	}

	private void find(ExchangeRecorder recorder) {
		this.store.start(recorder.session());
		this.store.findById(this.session.getId());
		this.store.stop();
	}

	/**
	 * Saves as Spring Session's filter does, which then asks for the session once more.
	 */
	private void save() {
		this.store.start(this.recording.session());
		this.store.save(this.session);
		this.store.findById(this.session.getId());
		this.store.stop();
	}

	private Exchange end() {
		return this.recording.completedExchange(COOKIES);
	}

	@Test
	void attributesSetByAParallelRequestAreNoChangesOfThisOne() {
		find();
		InMemorySession other = this.store.findById(this.session.getId());
		other.setAttribute("cart", "of another request");
		this.store.save(other);
		assertThat(this.recording.currentExchange("Bill", COOKIES).changes()).as("on its page").isEmpty();
		save();
		assertThat(end().changes()).isEmpty();
		assertThat(end().after().fingerprint()).isEqualTo(SessionFingerprint.of(this.session.getId()));
		ExchangeRecorder next = recorder();
		find(next);
		assertThat(next.attributes()).containsExactly(new SessionAttribute("cart", "of another request"));
		assertThat(next.currentExchange("Bill", COOKIES).changes()).as("on the page after it").isEmpty();
	}

	@Test
	void changesAreRecordedOnceHoweverOftenTheSessionIsSaved() {
		find();
		for (int i = 1; i < 3; i++) {
			this.session.setAttribute("cart", i + " lines");
			save();
		}
		assertThat(end().changes()).singleElement().satisfies((change) -> {
			assertThat(change.kind()).isEqualTo(AttributeChange.Kind.ADDED);
			assertThat(change.attribute().value()).isEqualTo("2 lines");
		});
	}

	@Test
	void sessionThatTheStoreRefusesToSaveIsGone() {
		find();
		this.session.setAttribute("cart", "1 line");
		this.store.deleteById(this.session.getId());
		save();
		assertThat(end().after()).isNull();
		assertThat(end().calls()).extracting(SessionStoreCall::kind)
			.containsExactly(SessionStoreCall.Kind.FOUND, SessionStoreCall.Kind.SAVED, SessionStoreCall.Kind.REFUSED);
	}

}
