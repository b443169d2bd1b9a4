package billpay.serverview.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is kept of one browser's requests.
 */
class ConversationTests {

	private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

	private static final Instant LATER = NOW.plus(Duration.ofMinutes(30));

	private final Conversation conversation = new Conversation(Exchanges.PROPERTIES.maxExchanges());

	private final RecordedSession marks = Exchanges.session("#0001", LATER, "mark");

	private void add(Exchange... exchanges) {
		for (Exchange exchange : exchanges) {
			this.conversation.add(exchange, null);
		}
	}

	private List<String> kept() {
		return this.conversation.exchanges().stream().map((exchange) -> exchange.request().what()).toList();
	}

	private List<String> leadingTo(String target, Instant at) {
		return this.conversation.leadingTo(target, at).stream().map((exchange) -> exchange.request().what()).toList();
	}

	@Test
	void theLatestAreKeptAndNoMoreThanSoMany() {
		IntStream.range(0, 12).forEach((i) -> add(Exchanges.anonymous(NOW, "GET /" + i)));
		assertThat(kept()).containsExactly("GET /7", "GET /8", "GET /9", "GET /10", "GET /11");
	}

	@Test
	void aRequestThatEndsOnceMoreWithItsErrorPageIsKeptOnce() {
		Exchange first = Exchanges.anonymous(NOW, "GET /nowhere");
		add(first);
		this.conversation.add(Exchanges.anonymous(NOW, "GET /nowhere"), first);
		assertThat(kept()).containsExactly("GET /nowhere");
	}

	@Test
	void ofTwoEqualRequestsOneTakesNotTheOthersPlace() {
		Exchange first = Exchanges.anonymous(NOW, "GET /");
		Exchange second = Exchanges.anonymous(NOW, "GET /");
		add(first, second);
		this.conversation.add(Exchanges.anonymous(NOW, "GET /"), second);
		assertThat(kept()).hasSize(2);
	}

	@Test
	void theRedirectsThatLeadToAPageComeInTheirOrder() {
		add(Exchanges.redirect(NOW, "POST /lookup", "/bill"), Exchanges.redirect(NOW, "GET /bill", "/login?next=x"));
		assertThat(leadingTo("/login?next=x", NOW)).containsExactly("POST /lookup", "GET /bill");
		assertThat(leadingTo("/bill", NOW)).isEmpty();
		assertThat(leadingTo("/login", NOW)).isEmpty();
	}

	@Test
	void aPageThatSomebodyAsksForAgainWasLedToByNothing() {
		add(Exchanges.redirect(NOW, "POST /lookup", "/bill"), Exchanges.anonymous(NOW, "GET /bill"));
		assertThat(leadingTo("/bill", NOW)).isEmpty();
	}

	@Test
	void aRedirectOfLongAgoLeadsToNothing() {
		add(Exchanges.redirect(NOW, "POST /lookup", "/bill"));
		assertThat(leadingTo("/bill", NOW.plusSeconds(30))).containsExactly("POST /lookup");
		assertThat(leadingTo("/bill", NOW.plusSeconds(31))).isEmpty();
	}

	@Test
	void redirectsInACircleAreFollowedBackAFewSteps() {
		IntStream.range(0, 5).forEach((i) -> add(Exchanges.redirect(NOW, "GET /a", "/a")));
		assertThat(leadingTo("/a", NOW)).hasSize(4);
	}

	@Test
	void theLastPageIsAGetThatIsKnownAsItCame() {
		assertThat(this.conversation.lastPage()).isNull();
		Exchange cut = Exchanges.anonymous(NOW, "GET /cut");
		Exchange.RequestLine line = cut.request();
		Exchange.RequestLine notWhole = new Exchange.RequestLine(line.method(), line.target(), line.protocol(), null,
				List.of(), null, false);
		add(Exchanges.anonymous(NOW, "GET /bill"), Exchanges.anonymous(NOW, "POST /lookup"),
				new Exchange(NOW, notWhole, List.of(), null, null, List.of(), List.of(), cut.answer(), null));
		assertThat(this.conversation.lastPage().request().what()).isEqualTo("GET /bill");
	}

	@Test
	void whatEndsTheSessionEndsWhatWasKeptOfIt() {
		for (SessionStoreCall.Kind kind : List.of(SessionStoreCall.Kind.ENDED, SessionStoreCall.Kind.NOT_FOUND)) {
			add(Exchanges.of(NOW, "GET /bill", this.marks), Exchanges.exchange(NOW, "POST /logout", this.marks, null,
					List.of(new SessionStoreCall(kind, "#0001", null)), "/"));
			assertThat(kept()).as(kind.key()).containsExactly("POST /logout");
		}
	}

	@Test
	void theEndOfAnotherSessionEndsNothing() {
		add(Exchanges.of(NOW, "GET /bill", this.marks), Exchanges.exchange(NOW, "GET /", null, null,
				List.of(new SessionStoreCall(SessionStoreCall.Kind.NOT_FOUND, "#9999", null)), null));
		assertThat(kept()).hasSize(2);
	}

	@Test
	void theExperimentThatExpiresTheSessionEndsWhatWasKeptAndIsKeptItself() {
		Exchange expires = Exchanges.of(NOW, "POST /server-view/experiments", this.marks);
		add(Exchanges.of(NOW, "GET /bill", this.marks),
				new Exchange(NOW, expires.request(), List.of(), this.marks, this.marks, List.of(), List.of(),
						expires.answer(), Experiment.EXPIRE),
				Exchanges.exchange(NOW, "GET /bill", null, null,
						List.of(new SessionStoreCall(SessionStoreCall.Kind.NOT_FOUND, "#0001", null)), null));
		assertThat(kept()).containsExactly("POST /server-view/experiments", "GET /bill");
		assertThat(this.conversation.sessionLeft(NOW)).isZero();
	}

	@Test
	void whoSignsInNextSeesNothingOfTheOneBefore() {
		RecordedSession anonymous = Exchanges.session("#0002", LATER, null);
		RecordedSession phils = Exchanges.session("#0003", LATER, "phil");
		add(Exchanges.of(NOW, "GET /bill", this.marks), Exchanges.of(NOW, "GET /login", anonymous),
				Exchanges.exchange(NOW, "POST /login", anonymous, phils, List.of(), "/lookup"));
		assertThat(kept()).containsExactly("POST /login");
	}

	@Test
	void norOfTheOneWhoHasSignedOut() {
		RecordedSession phils = Exchanges.session("#0003", LATER, "phil");
		add(Exchanges.of(NOW, "GET /bill", this.marks),
				Exchanges.exchange(NOW, "POST /logout", this.marks, null,
						List.of(new SessionStoreCall(SessionStoreCall.Kind.ENDED, "#0001", null)), "/"),
				Exchanges.anonymous(NOW, "GET /"));
		assertThat(kept()).containsExactly("POST /logout", "GET /");
		add(Exchanges.exchange(NOW, "POST /login", null, phils, List.of(), "/lookup"));
		assertThat(kept()).containsExactly("POST /login");
	}

	@Test
	void whoSignsInAgainGoesOn() {
		RecordedSession again = Exchanges.session("#0003", LATER, "mark");
		add(Exchanges.of(NOW, "GET /bill", this.marks), Exchanges.anonymous(NOW, "GET /login"),
				Exchanges.exchange(NOW, "POST /login", null, again, List.of(), "/lookup"));
		assertThat(kept()).hasSize(3);
	}

	@Test
	void itsSessionLivesUntilItsEnd() {
		add(Exchanges.anonymous(NOW, "GET /"));
		assertThat(this.conversation.sessionLeft(NOW)).isZero();
		add(Exchanges.of(NOW, "GET /bill", this.marks));
		assertThat(this.conversation.sessionLeft(NOW.plusSeconds(60))).isEqualTo(Duration.ofMinutes(29));
		assertThat(this.conversation.sessionLeft(LATER)).isZero();
	}

}
