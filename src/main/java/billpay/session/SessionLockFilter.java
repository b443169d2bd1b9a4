package billpay.session;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

import billpay.web.format.SensitiveDataRedactor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only one request of a session write at a time. A cart is one attribute: two
 * requests that both read it, add a line and write it back would lose a line, whatever
 * the store does, because to the store both are complete new values.
 * <p>
 * It stands outside Spring Session's filter, so that a request reads the session only
 * when the one before has saved it. A GET never waits; all that it changes in a session
 * is to take the flash attributes out. Each request that waits holds a thread, so their
 * number is bounded over all sessions.
 */
final class SessionLockFilter extends OncePerRequestFilter {

	private static final String RETRY_AFTER_SECONDS = "5";

	private static final Logger log = LoggerFactory.getLogger(SessionLockFilter.class);

	private final CookieSerializer cookies;

	private final LockRegistry<?> locks;

	private final Duration timeout;

	private final Semaphore waiting;

	/**
	 * Creates the filter.
	 * @param cookies finds the session's id
	 * @param locks a lock for each session
	 * @param timeout how long a request waits for the others of its session
	 * @param maxWaiting how many requests may wait at the same time, those of all
	 * sessions together
	 */
	SessionLockFilter(CookieSerializer cookies, LockRegistry<?> locks, Duration timeout, int maxWaiting) {
		this.cookies = cookies;
		this.locks = locks;
		this.timeout = timeout;
		this.waiting = new Semaphore(maxWaiting);
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
		// Not by the id itself, which is a secret and as long as a client likes.
		Lock lock = this.locks.obtain(SessionFingerprint.of(id));
		if (!acquire(lock)) {
			refuse(request, response);
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			release(lock);
		}
	}

	static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		log.warn("session-busy: request={}", SensitiveDataRedactor.redactRequest(request));
		response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value(), "error.session-busy");
	}

	private static void release(Lock lock) {
		try {
			lock.unlock();
		}
		catch (RuntimeException ex) {
			// What the request has done is saved. The lock ends by itself.
			log.warn("session-lock-lost: cause={}", ex.toString());
		}
	}

	private boolean acquire(Lock lock) {
		try {
			return lock.tryLock(0, TimeUnit.SECONDS) || await(lock);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private boolean await(Lock lock) throws InterruptedException {
		if (!this.waiting.tryAcquire()) {
			return false;
		}
		try {
			return lock.tryLock(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		finally {
			this.waiting.release();
		}
	}

}
