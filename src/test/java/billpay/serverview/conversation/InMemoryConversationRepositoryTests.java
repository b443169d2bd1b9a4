package billpay.serverview.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.RecordedSession;
import billpay.serverview.exchange.SessionStoreCall;
import billpay.support.MutableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The recordings of all browsers are bounded in number and time.
 */
class InMemoryConversationRepositoryTests {

	private static final int MAX = Exchanges.PROPERTIES.maxConversations();

	private final MutableClock clock = new MutableClock();

	private final ConversationRepository conversations = new InMemoryConversationRepository(Exchanges.PROPERTIES,
			this.clock);

	private Instant now() {
		return this.clock.instant();
	}

	private void visit(String token, String path) {
		add(token, Exchanges.anonymous(now(), "GET " + path));
	}

	private void add(String token, Exchange exchange) {
		this.conversations.add(token, exchange, null);
	}

	private RecordedSession session() {
		return Exchanges.session("#0001", now().plus(Duration.ofMinutes(30)), "mark");
	}

	private int keptOf(String token) {
		return this.conversations.find(token).exchanges().size();
	}

	@Test
	void unknownTokenFindsNoConversation() {
		visit("one", "/");
		assertThat(keptOf("other")).isZero();
		assertThat(keptOf(null)).isZero();
		assertThat(keptOf("one")).isOne();
	}

	@Test
	@Tag("S13")
	void noMoreBrowsersAreKeptThanSoMany() {
		for (int i = 0; i < 2_000; i++) {
			String token = "browser-" + i;
			IntStream.range(0, 10).forEach((n) -> visit(token, "/" + n));
			assertThat(this.conversations.count()).isLessThanOrEqualTo(MAX);
		}
		assertThat(this.conversations.count()).isEqualTo(MAX);
	}

	@Test
	@Tag("S13")
	void frequentlyUsedConversationIsNotEvictedBySingleRequests() {
		IntStream.range(0, 5).forEach((i) -> visit("student", "/" + i));
		for (int i = 0; i < 5_000; i++) {
			visit("stranger-" + i, "/");
			if (i % 100 == 0) {
				visit("student", "/again");
			}
		}
		assertThat(keptOf("student")).isEqualTo(5);
	}

	@Test
	@Tag("S13")
	void newConversationInAFullCacheIsKeptAfterAFewRequests() {
		IntStream.range(0, 5_000).forEach((i) -> visit("stranger-" + i, "/"));
		int requests = 0;
		while (keptOf("newcomer") < 2 && requests < 50) {
			visit("newcomer", "/" + requests++);
		}
		assertThat(requests).isLessThanOrEqualTo(5);
	}

	@Test
	void requestsAreKeptForAnHourAfterTheLastOfThem() {
		visit("one", "/");
		this.clock.advance(Duration.ofMinutes(59));
		visit("one", "/again");
		this.clock.advance(Duration.ofMinutes(59));
		assertThat(keptOf("one")).isEqualTo(2);
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(keptOf("one")).isZero();
		assertThat(this.conversations.count()).isZero();
	}

	@Test
	void lookingProlongsNothing() {
		add("mark", Exchanges.of(now(), "GET /bill", session()));
		IntStream.range(0, 61).forEach((i) -> {
			this.clock.advance(Duration.ofMinutes(1));
			this.conversations.find("mark").exchanges();
			this.conversations.markShown("mark");
		});
		assertThat(keptOf("mark")).isZero();
	}

	@Test
	void valuesOfASessionAreRemovedWhenItEnds() {
		add("mark", Exchanges.changing(now(), "POST /lookup", session()));
		add("mark", Exchanges.exchange(now(), "POST /logout", session(), null,
				List.of(new SessionStoreCall(SessionStoreCall.Kind.ENDED, "#0001", null)), "/"));
		assertThat(this.conversations.findLatest("mark").exchanges().toString()).contains("POST")
			.doesNotContain("value=value");
	}

	@Test
	void movedConversationIsFoundByTheNewTokenOnly() {
		visit("planted", "/");
		this.conversations.move("planted", "given");
		assertThat(keptOf("planted")).isZero();
		assertThat(keptOf("given")).isOne();
		this.conversations.move("of-nobody", "given-too");
		assertThat(keptOf("given-too")).isZero();
	}

	@Test
	void requestThatEndsAfterTheMoveBeginsANewConversation() {
		visit("planted", "/");
		Conversation known = this.conversations.find("planted");
		this.conversations.move("planted", "given");
		this.conversations.add("planted", Exchanges.anonymous(now(), "GET /late"), null);
		assertThat(keptOf("given")).isOne();
		assertThat(keptOf("planted")).isOne();
		assertThat(this.conversations.find("planted")).isNotSameAs(known);
	}

	@Test
	void requestAddedAfterItsConversationWasRemovedIsKept() {
		visit("one", "/");
		Conversation known = this.conversations.find("one");
		this.conversations.forget("one");
		this.conversations.add("one", Exchanges.anonymous(now(), "GET /late"), null);
		assertThat(keptOf("one")).isOne();
	}

	@Test
	void requestAddedAfterItsConversationHasExpiredIsKept() {
		visit("one", "/");
		Conversation known = this.conversations.find("one");
		this.clock.advance(Duration.ofMinutes(61));
		this.conversations.add("one", Exchanges.anonymous(now(), "GET /late"), null);
		assertThat(keptOf("one")).isOne();
	}

	@Test
	void firstRequestsAtTheSameTimeAreInOneConversation() {
		Conversation first = this.conversations.find("one");
		Conversation second = this.conversations.find("one");
		this.conversations.add("one", Exchanges.anonymous(now(), "GET /first"), null);
		this.conversations.add("one", Exchanges.anonymous(now(), "GET /second"), null);
		assertThat(keptOf("one")).isEqualTo(2);
	}

	@Test
	void removedConversationIsGoneAndOthersStay() {
		visit("one", "/");
		visit("other", "/");
		this.conversations.forget("one");
		assertThat(List.of(keptOf("one"), keptOf("other"))).containsExactly(0, 1);
	}

}
