package billpay.session;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import billpay.support.Together;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.DefaultCookieSerializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Who waits for whom.
 */
class SessionTurnsTests {

	private final DefaultCookieSerializer cookies = new DefaultCookieSerializer();

	private final SessionTurns turns = newTurns(Duration.ofSeconds(20));

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final CountDownLatch entered = new CountDownLatch(1);

	private final CountDownLatch release = new CountDownLatch(1);

	@AfterEach
	void stop() {
		this.release.countDown();
		this.threads.shutdownNow();
	}

	private SessionTurns newTurns(Duration timeout) {
		this.cookies.setUseBase64Encoding(false);
		return new SessionTurns(this.cookies, timeout);
	}

	private MockHttpServletResponse send(SessionTurns turns, String method, String session, FilterChain chain)
			throws ServletException, IOException {
		MockHttpServletRequest request = new MockHttpServletRequest(method, "/cart/items");
		if (session != null) {
			request.setCookies(new Cookie("SESSION", session));
		}
		MockHttpServletResponse response = new MockHttpServletResponse();
		turns.doFilter(request, response, chain);
		return response;
	}

	private Future<MockHttpServletResponse> holdTheTurnOf(SessionTurns turns, String session) throws Exception {
		Future<MockHttpServletResponse> holding = this.threads
			.submit(() -> send(turns, "POST", session, (request, response) -> {
				this.entered.countDown();
				await(this.release);
			}));
		await(this.entered);
		return holding;
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	@Tag("S14")
	void requestsOfOneSessionThatWriteNeverRunAtTheSameTime() throws Exception {
		AtomicInteger inside = new AtomicInteger();
		AtomicInteger done = new AtomicInteger();
		List<Integer> most = Together.run(50, (i) -> () -> {
			AtomicInteger seen = new AtomicInteger();
			send(this.turns, "POST", "same", (request, response) -> {
				seen.set(inside.incrementAndGet());
				Thread.yield();
				done.incrementAndGet();
				inside.decrementAndGet();
			});
			return seen.get();
		});
		assertThat(most).containsOnly(1);
		assertThat(done).hasValue(50);
	}

	@Test
	@Tag("S14")
	void anotherSessionDoesNotWait() throws Exception {
		Future<MockHttpServletResponse> holding = holdTheTurnOf(this.turns, "one");
		AtomicInteger done = new AtomicInteger();
		send(this.turns, "POST", "other", (request, response) -> done.incrementAndGet());
		assertThat(done).hasValue(1);
		assertThat(holding).isNotDone();
	}

	@Test
	@Tag("S14")
	void aRequestThatOnlyReadsDoesNotWait() throws Exception {
		Future<MockHttpServletResponse> holding = holdTheTurnOf(this.turns, "one");
		AtomicInteger done = new AtomicInteger();
		send(this.turns, "GET", "one", (request, response) -> done.incrementAndGet());
		assertThat(done).hasValue(1);
		assertThat(holding).isNotDone();
	}

	@Test
	void requestsWithoutACookieDoNotWaitForEachOther() throws Exception {
		Future<MockHttpServletResponse> holding = holdTheTurnOf(this.turns, null);
		AtomicInteger done = new AtomicInteger();
		send(this.turns, "POST", null, (request, response) -> done.incrementAndGet());
		assertThat(done).hasValue(1);
		assertThat(holding).isNotDone();
	}

	@Test
	void whoseTurnDoesNotComeInTimeIsToldToComeBack() throws Exception {
		SessionTurns impatient = newTurns(Duration.ofMillis(1));
		holdTheTurnOf(impatient, "one");
		AtomicInteger done = new AtomicInteger();
		MockHttpServletResponse response = send(impatient, "POST", "one", (request, answer) -> done.incrementAndGet());
		assertThat(response.getStatus()).isEqualTo(503);
		assertThat(response.getHeader("Retry-After")).isEqualTo("5");
		assertThat(done).hasValue(0);
	}

	@Test
	void aRequestThatFailsGivesItsTurnOn() throws Exception {
		assertThatExceptionOfType(ServletException.class)
			.isThrownBy(() -> send(this.turns, "POST", "one", (request, response) -> {
				throw new ServletException("broken");
			}));
		Future<MockHttpServletResponse> next = this.threads
			.submit(() -> send(this.turns, "POST", "one", (request, response) -> this.entered.countDown()));
		assertThat(next.get(30, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
		assertThat(this.entered.getCount()).isZero();
	}

}
