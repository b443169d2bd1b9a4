package billpay.serverview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import billpay.session.LiveSession;
import billpay.session.SessionStoreInfo;
import billpay.session.TestSessions;
import billpay.web.CookieDefinition;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.SessionRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is noted of a request beside which others run.
 */
class ExchangeRecorderTests {

	private static final CookieDefinition COOKIE = new CookieDefinition("BILLPAY_SESSION", "session", null, "/", false,
			true, "Lax", true);

	private final SessionRepository<LiveSession> store = TestSessions.inMemory();

	private final LiveSession session = readSession();

	private final ExchangeRecorder recording = new ExchangeRecorder(new MockHttpServletRequest("GET", "/bill"),
			new MockHttpServletResponse(), Instant.now(), false, new ServerViewCookie.Choice(true, null),
			new Conversation(Exchanges.SETTINGS), new SessionStoreInfo("memory", Duration.ofHours(8)),
			new ReadableValues());

	private LiveSession readSession() {
		LiveSession begun = this.store.createSession();
		this.store.save(begun);
		return this.store.findById(begun.getId());
	}

	private void save() {
		this.recording.saving(this.session);
		this.store.save(this.session);
		this.recording.saved(this.session);
	}

	private Exchange end() {
		return this.recording.end(new OurCookies(List.of(COOKIE), COOKIE));
	}

	@Test
	void whatAnotherRequestHasPutIntoTheSessionMeanwhileIsNotItsDoing() {
		this.recording.read(this.session.getId(), this.session);
		LiveSession other = this.store.findById(this.session.getId());
		other.setAttribute("cart", "of another request");
		this.store.save(other);
		save();
		assertThat(end().changes()).isEmpty();
		assertThat(end().after().attributes()).extracting(SeenSession.Attribute::name).containsExactly("cart");
	}

	@Test
	void whatItHasDoneItselfIsToldOnceHoweverOftenItIsSaved() {
		this.recording.read(this.session.getId(), this.session);
		for (int i = 1; i < 3; i++) {
			this.session.setAttribute("cart", i + " lines");
			save();
		}
		assertThat(end().changes()).singleElement().satisfies((change) -> {
			assertThat(change.kind()).isEqualTo(Change.Kind.ADDED);
			assertThat(change.attribute().value()).isEqualTo("2 lines");
		});
	}

	@Test
	void whatTheStoreRefusesIsGone() {
		this.session.setAttribute("cart", "1 line");
		this.recording.read(this.session.getId(), this.session);
		this.store.deleteById(this.session.getId());
		save();
		assertThat(end().after()).isNull();
		assertThat(end().calls()).extracting(StoreCall::kind)
			.containsExactly(StoreCall.Kind.FOUND, StoreCall.Kind.REFUSED);
	}

}
