package billpay.session;

import java.io.IOException;
import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;

import billpay.support.ConcurrentTasks;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.integration.support.locks.DefaultLockRegistry;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.DefaultCookieSerializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

/**
 * Who waits for whom, and how many at most.
 */
class SessionLockFilterTests {

	private final DefaultCookieSerializer cookies = new DefaultCookieSerializer();

	private final SessionLockFilter filter = newFilter(Duration.ofSeconds(20), 49);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final CountDownLatch entered = new CountDownLatch(1);

	private final CountDownLatch release = new CountDownLatch(1);

	@AfterEach
	void stop() {
		this.release.countDown();
		this.threads.shutdownNow();
	}

	private SessionLockFilter newFilter(Duration timeout, int maxWaiting) {
		this.cookies.setUseBase64Encoding(false);
		return new SessionLockFilter(this.cookies, new DefaultLockRegistry(), timeout, maxWaiting);
	}

	private MockHttpServletResponse send(SessionLockFilter filter, String method, String session, FilterChain chain)
			throws ServletException, IOException {
		MockHttpServletRequest request = new MockHttpServletRequest(method, "/cart/items");
		if (session != null) {
			request.setCookies(new Cookie("SESSION", session));
		}
		MockHttpServletResponse response = new MockHttpServletResponse();
		filter.doFilter(request, response, chain);
		return response;
	}

	private Future<MockHttpServletResponse> holdTheLockOf(SessionLockFilter filter, String session) throws Exception {
		Future<MockHttpServletResponse> holding = this.threads
			.submit(() -> send(filter, "POST", session, (request, response) -> {
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
		List<Integer> most = ConcurrentTasks.run(50, (i) -> () -> {
			AtomicInteger seen = new AtomicInteger();
			send(this.filter, "POST", "same", (request, response) -> {
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
		Future<MockHttpServletResponse> holding = holdTheLockOf(this.filter, "one");
		AtomicInteger done = new AtomicInteger();
		send(this.filter, "POST", "other", (request, response) -> done.incrementAndGet());
		assertThat(done).hasValue(1);
		assertThat(holding).isNotDone();
	}

	@Test
	@Tag("S14")
	void aRequestThatOnlyReadsDoesNotWait() throws Exception {
		Future<MockHttpServletResponse> holding = holdTheLockOf(this.filter, "one");
		AtomicInteger done = new AtomicInteger();
		send(this.filter, "GET", "one", (request, response) -> done.incrementAndGet());
		assertThat(done).hasValue(1);
		assertThat(holding).isNotDone();
	}

	@Test
	void requestsWithoutACookieDoNotWaitForEachOther() throws Exception {
		Future<MockHttpServletResponse> holding = holdTheLockOf(this.filter, null);
		AtomicInteger done = new AtomicInteger();
		send(this.filter, "POST", null, (request, response) -> done.incrementAndGet());
		assertThat(done).hasValue(1);
		assertThat(holding).isNotDone();
	}

	@Test
	void requestThatWaitsTooLongForTheLockIs503WithRetryAfter() throws Exception {
		SessionLockFilter impatient = newFilter(Duration.ofMillis(1), 1);
		holdTheLockOf(impatient, "one");
		AtomicInteger done = new AtomicInteger();
		MockHttpServletResponse response = send(impatient, "POST", "one", (request, answer) -> done.incrementAndGet());
		assertThat(response.getStatus()).isEqualTo(503);
		assertThat(response.getHeader("Retry-After")).isEqualTo("5");
		assertThat(response.getErrorMessage()).isEqualTo("error.session-busy");
		assertThat(done).hasValue(0);
	}

	@Test
	@Tag("R8")
	void whenNoMoreMayWaitOnlyWhoWouldHaveToIsToldToComeBack() throws Exception {
		SessionLockFilter full = newFilter(Duration.ofMinutes(5), 0);
		holdTheLockOf(full, "one");
		AtomicInteger done = new AtomicInteger();
		MockHttpServletResponse response = send(full, "POST", "one", (request, answer) -> done.incrementAndGet());
		assertThat(response.getStatus()).isEqualTo(503);
		assertThat(response.getErrorMessage()).isEqualTo("error.session-busy");
		assertThat(done).hasValue(0);
		send(full, "POST", "other", (request, answer) -> done.incrementAndGet());
		send(full, "GET", "one", (request, answer) -> done.incrementAndGet());
		assertThat(done).hasValue(2);
	}

	@Test
	void aRequestThatFailsGivesItsTurnOn() throws Exception {
		assertThatExceptionOfType(ServletException.class)
			.isThrownBy(() -> send(this.filter, "POST", "one", (request, response) -> {
				throw new ServletException("broken");
			}));
		Future<MockHttpServletResponse> next = this.threads
			.submit(() -> send(this.filter, "POST", "one", (request, response) -> this.entered.countDown()));
		assertThat(next.get(30, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
		assertThat(this.entered.getCount()).isZero();
	}

	@Test
	void aLockThatHasEndedByItselfDoesNotSpoilTheAnswer() throws Exception {
		Lock expired = mock();
		given(expired.tryLock(anyLong(), any())).willReturn(true);
		willThrow(new ConcurrentModificationException("expired")).given(expired).unlock();
		SessionLockFilter leased = new SessionLockFilter(this.cookies, (key) -> expired, Duration.ofSeconds(1), 1);
		AtomicInteger done = new AtomicInteger();
		assertThat(send(leased, "POST", "one", (request, response) -> done.incrementAndGet()).getStatus())
			.isEqualTo(200);
		assertThat(done).hasValue(1);
	}

}
