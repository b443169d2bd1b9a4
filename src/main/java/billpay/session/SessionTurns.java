package billpay.session;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the requests of one session that write take turns. A cart is one attribute: two
 * requests that both read it, add a line and write it back would lose a line, whatever
 * the store does, because to the store both are complete new values.
 * <p>
 * It stands outside Spring Session's filter, so that a request reads the session only
 * when the one before has saved it. Requests that only read never wait.
 */
final class SessionTurns extends OncePerRequestFilter {

	private static final int MAX_WAITING = 100;

	/** A lock lives as long as somebody holds it or waits for it. */
	private final LoadingCache<String, ReentrantLock> locks = Caffeine.newBuilder()
		.weakValues()
		.executor(Runnable::run)
		.build((id) -> new ReentrantLock(true));

	private final CookieSerializer cookies;

	private final Duration timeout;

	SessionTurns(CookieSerializer cookies, Duration timeout) {
		this.cookies = cookies;
		this.timeout = timeout;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.POST.matches(request.getMethod());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String id = this.cookies.readCookieValues(request).stream().findFirst().orElse(null);
		if (id == null) {
			chain.doFilter(request, response);
			return;
		}
		ReentrantLock turn = this.locks.get(id);
		if (!await(turn)) {
			turnAway(response);
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			turn.unlock();
		}
	}

	static void turnAway(HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, "5");
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
	}

	private boolean await(ReentrantLock turn) {
		if (turn.getQueueLength() >= MAX_WAITING) {
			return false;
		}
		try {
			return turn.tryLock(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
