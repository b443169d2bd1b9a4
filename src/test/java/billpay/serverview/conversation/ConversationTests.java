package billpay.serverview.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import billpay.serverview.exchange.AttributeChange;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.Experiment;
import billpay.serverview.exchange.RecordedRequest;
import billpay.serverview.exchange.RecordedSession;
import billpay.serverview.exchange.SessionAttribute;
import billpay.serverview.exchange.SessionStoreCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is kept of one browser's requests.
 */
class ConversationTests {

	private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

	private static final Instant LATER = NOW.plus(Duration.ofMinutes(30));

	private static final String SESSION_COOKIE = "BILLPAY_SESSION";

	private Conversation conversation = Conversation.EMPTY;

	private final RecordedSession marks = Exchanges.session("#0001", LATER, "mark");

	private void add(Exchange... exchanges) {
		for (Exchange exchange : exchanges) {
			addAgain(exchange, null);
		}
	}

	private void addAgain(Exchange exchange, @Nullable Exchange same) {
		this.conversation = this.conversation.with(exchange, same, Exchanges.PROPERTIES.maxExchanges());
	}

	/** The requests, with what the values of changed attributes are. */
	private List<String> valuesAt(Instant now) {
		return this.conversation.withoutEnded(now)
			.exchanges()
			.stream()
			.flatMap((exchange) -> exchange.changes()
				.stream()
				.map((change) -> exchange.request().what() + " " + change.attribute().value()))
			.toList();
	}

	private List<String> kept() {
		return this.conversation.exchanges().stream().map((exchange) -> exchange.request().what()).toList();
	}

	private List<Integer> numbers() {
		return this.conversation.exchanges().stream().map(Exchange::number).toList();
	}

	private GapDetector.@Nullable Range missingBefore(int index) {
		return GapDetector.missingBefore(this.conversation.exchanges(), index);
	}

	private boolean isGapBefore(int index) {
		return GapDetector.isGapBefore(this.conversation.exchanges(), index);
	}

	private List<String> leadingTo(String target, Instant at) {
		return RedirectChain.leadingTo(this.conversation, target, at)
			.stream()
			.map((exchange) -> exchange.request().what())
			.toList();
	}

	@Test
	void theLatestAreKeptAndNoMoreThanSoMany() {
		IntStream.range(0, 12).forEach((i) -> add(Exchanges.anonymous(NOW, "GET /" + i)));
		assertThat(kept()).containsExactly("GET /7", "GET /8", "GET /9", "GET /10", "GET /11");
	}

	@Test
	void theNumbersOfTheRequestsStayAndShowWhichAreMissing() {
		IntStream.range(0, 12).forEach((i) -> add(Exchanges.anonymous(NOW, "GET /" + i)));
		assertThat(numbers()).containsExactly(8, 9, 10, 11, 12);
		assertThat(missingBefore(0)).isEqualTo(new GapDetector.Range(1, 7));
		assertThat(IntStream.range(1, 5).mapToObj(this::missingBefore)).containsOnlyNulls();
	}

	@Test
	void requestsThatAreNotInTheOrderOfTheirNumbersAreNotMissing() {
		Exchange get = Exchanges.anonymous(NOW, "GET /");
		this.conversation = new Conversation(
				List.of(get.withNumber(5), get.withNumber(4), get.withNumber(6), get.withNumber(9)), null, null);
		assertThat(IntStream.range(0, 4).mapToObj(this::missingBefore)).containsExactly(null,
				new GapDetector.Range(1, 3), null, new GapDetector.Range(7, 8));
	}

	@Test
	void requestsOfTheOwnerAreNoGapInTheConversationOfTheThief() {
		add(Exchanges.anonymous(NOW, "GET /"), Exchanges.byOtherBrowser(NOW, "GET /cart"));
		this.conversation = this.conversation.sentBy(true);
		assertThat(numbers()).containsExactly(2);
		assertThat(missingBefore(0)).isNull();
	}

	@Test
	void aRequestThatEndsOnceMoreWithItsErrorPageIsKeptOnce() {
		Exchange first = Exchanges.anonymous(NOW, "GET /nowhere");
		add(first, Exchanges.anonymous(NOW, "GET /bill"));
		addAgain(Exchanges.anonymous(NOW, "GET /error"), first);
		assertThat(kept()).containsExactly("GET /error", "GET /bill");
		assertThat(numbers()).containsExactly(1, 2);
	}

	@Test
	void ofTwoEqualRequestsOneTakesNotTheOthersPlace() {
		Exchange first = Exchanges.anonymous(NOW, "GET /");
		Exchange second = Exchanges.anonymous(NOW, "GET /");
		add(first, second);
		addAgain(Exchanges.anonymous(NOW, "GET /"), second);
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
		RecordedRequest line = cut.request();
		RecordedRequest notWhole = new RecordedRequest(line.method(), line.target(), line.protocol(), null, List.of(),
				0, null, false, List.of(), false);
		add(Exchanges.anonymous(NOW, "GET /bill"), Exchanges.anonymous(NOW, "POST /lookup"),
				new Exchange(0, NOW, notWhole, null, null, List.of(), List.of(), cut.response(), null));
		assertThat(this.conversation.lastPage().request().what()).isEqualTo("GET /bill");
	}

	@Test
	void aPageThatHasBeenShownIsNotLedToAgain() {
		add(Exchanges.redirect(NOW, "POST /server-view/experiments", "/server-view"));
		assertThat(leadingTo("/server-view", NOW)).hasSize(1);
		this.conversation = this.conversation.markShown();
		assertThat(leadingTo("/server-view", NOW)).isEmpty();
	}

	@Test
	void requestsOfAnEndedSessionHaveNoValues() {
		for (SessionStoreCall.Kind kind : List.of(SessionStoreCall.Kind.ENDED, SessionStoreCall.Kind.NOT_FOUND)) {
			this.conversation = Conversation.EMPTY;
			add(Exchanges.changing(NOW, "POST /lookup", this.marks), Exchanges.exchange(NOW, "POST /logout", this.marks,
					null, List.of(new SessionStoreCall(kind, "#0001", null)), "/"));
			assertThat(kept()).as(kind.key()).containsExactly("POST /lookup", "POST /logout");
			assertThat(valuesAt(NOW)).as(kind.key()).containsExactly("POST /lookup …");
		}
	}

	@Test
	void theEndOfAnotherSessionEndsNothing() {
		add(Exchanges.changing(NOW, "POST /lookup", this.marks), Exchanges.exchange(NOW, "GET /", null, null,
				List.of(new SessionStoreCall(SessionStoreCall.Kind.NOT_FOUND, "#9999", null)), null));
		assertThat(valuesAt(NOW)).containsExactly("POST /lookup value");
	}

	@Test
	void aSessionWithAnotherIdThanBeforeHasNotEnded() {
		RecordedSession moved = new RecordedSession("#0002", this.marks.began(), LATER, "mark", null);
		add(Exchanges.changing(NOW, "POST /lookup", this.marks), Exchanges.of(NOW, "GET /bill", moved),
				Exchanges.exchange(NOW, "GET /", null, null,
						List.of(new SessionStoreCall(SessionStoreCall.Kind.NOT_FOUND, "#0001", null)), null));
		assertThat(valuesAt(NOW)).containsExactly("POST /lookup value");
	}

	@Test
	void theTimeOfASessionEndsItsValuesToo() {
		add(Exchanges.changing(NOW, "POST /lookup", this.marks));
		assertThat(valuesAt(LATER)).containsExactly("POST /lookup value");
		assertThat(valuesAt(LATER.plusMillis(1))).containsExactly("POST /lookup …");
		assertThat(kept()).containsExactly("POST /lookup");
	}

	@Test
	void theExperimentThatExpiresTheSessionEndsItsValues() {
		Exchange expires = Exchanges.of(NOW, "POST /server-view/experiments", this.marks);
		add(Exchanges.changing(NOW, "POST /lookup", this.marks),
				new Exchange(0, NOW, expires.request(), this.marks, null, List.of(), List.of(), expires.response(),
						Experiment.EXPIRE),
				Exchanges.changing(NOW, "GET /login", Exchanges.session("#0002", LATER.plusSeconds(1), null)));
		assertThat(kept()).containsExactly("POST /lookup", "POST /server-view/experiments", "GET /login");
		assertThat(valuesAt(NOW)).containsExactly("POST /lookup …", "GET /login value");
	}

	@Test
	void aSecretStaysASecret() {
		Exchange change = Exchanges.changing(NOW, "GET /login", this.marks);
		add(new Exchange(0, NOW, change.request(), null, this.marks, List.of(),
				List.of(new AttributeChange(AttributeChange.Kind.ADDED, new SessionAttribute("token", null), null)),
				change.response(), null));
		assertThat(valuesAt(LATER.plusSeconds(1))).containsExactly("GET /login null");
	}

	@Test
	void nextUserSeesNoRequestOfThePreviousOne() {
		RecordedSession anonymous = Exchanges.session("#0002", LATER, null);
		RecordedSession phils = Exchanges.session("#0003", LATER.plusSeconds(1), "phil");
		add(Exchanges.changing(NOW, "POST /lookup", this.marks), Exchanges.of(NOW, "GET /bill", this.marks),
				Exchanges.exchange(NOW, "POST /logout", this.marks, null,
						List.of(new SessionStoreCall(SessionStoreCall.Kind.ENDED, "#0001", null)), "/"),
				Exchanges.of(NOW, "GET /login", anonymous),
				Exchanges.exchange(NOW, "POST /login", anonymous, phils, List.of(), "/lookup"),
				Exchanges.of(NOW, "GET /lookup", phils));
		this.conversation = this.conversation.withoutEnded(NOW);
		assertThat(kept()).containsExactly("GET /login", "POST /login", "GET /lookup");
	}

	@Test
	void aComparisonGoesWithItsUserAndItsValuesWithTheirSession() {
		Exchange page = Exchanges.changing(NOW, "GET /bill", this.marks);
		add(page);
		this.conversation = this.conversation.with(new ReplayComparison(page, page.response()));
		assertThat(this.conversation.withoutEnded(LATER).comparison().with()).isEqualTo(page);
		assertThat(this.conversation.withoutEnded(LATER.plusSeconds(1)).comparison().with().changes().toString())
			.doesNotContain("value=value");
		add(Exchanges.of(NOW, "GET /lookup", Exchanges.session("#0003", LATER.plusSeconds(1), "phil")));
		assertThat(this.conversation.withoutEnded(NOW).comparison()).isNull();
	}

	@Test
	void sameUserContinuesTheConversationAfterAnotherLogin() {
		RecordedSession again = Exchanges.session("#0003", LATER, "mark");
		add(Exchanges.changing(NOW, "POST /lookup", this.marks), Exchanges.anonymous(NOW, "GET /login"),
				Exchanges.exchange(NOW, "POST /login", null, again, List.of(), "/lookup"));
		assertThat(valuesAt(NOW)).containsExactly("POST /lookup value");
	}

	@Test
	void aSessionWhoseCookieIsForgottenIsAnOrphanUntilItEnds() {
		add(Exchanges.forgetting(NOW, SESSION_COOKIE, this.marks), Exchanges.anonymous(NOW, "GET /"));
		assertThat(this.conversation.orphans(SESSION_COOKIE, NOW)).containsExactly(this.marks);
		assertThat(this.conversation.orphans("OTHER", NOW)).isEmpty();
		assertThat(this.conversation.orphans(SESSION_COOKIE, LATER)).isEmpty();
		add(Exchanges.exchange(NOW, "POST /account/sessions/x/end", null, null,
				List.of(new SessionStoreCall(SessionStoreCall.Kind.ENDED, "#0001", null)), "/account"));
		assertThat(this.conversation.orphans(SESSION_COOKIE, NOW)).isEmpty();
	}

	@Test
	void aSignOutLeavesNoOrphan() {
		Exchange forgets = Exchanges.forgetting(NOW, SESSION_COOKIE, this.marks);
		add(new Exchange(0, NOW, forgets.request(), this.marks, null,
				List.of(new SessionStoreCall(SessionStoreCall.Kind.ENDED, "#0001", null)), List.of(),
				forgets.response(), null));
		assertThat(this.conversation.orphans(SESSION_COOKIE, NOW)).isEmpty();
	}

	@Test
	void aSessionIdThatNoRequestBeforeHasShowsThatSomeAreMissing() {
		add(Exchanges.anonymous(NOW, "GET /"), Exchanges.of(NOW, "GET /login", this.marks),
				Exchanges.bringing(NOW, "GET /bill", "#0001"), Exchanges.bringing(NOW, "GET /cart", "#0007"),
				Exchanges.anonymous(NOW, "GET /"));
		assertThat(IntStream.range(0, 5).filter(this::isGapBefore)).containsExactly(3);
	}

	@Test
	void theFirstRequestThatIsKeptMayBeTheFirstOfAllOrNot() {
		add(Exchanges.anonymous(NOW, "GET /"));
		assertThat(isGapBefore(0)).isFalse();
		IntStream.range(0, 5).forEach((i) -> add(Exchanges.bringing(NOW, "GET /" + i, "#0001")));
		assertThat(isGapBefore(0)).isTrue();
		assertThat(isGapBefore(1)).isFalse();
	}

}
