package billpay.account.password;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Limits how many passwords are hashed at the same time. Further requests wait for a
 * limited time, and only so many of them that enough server threads are left for pages;
 * the others get a {@link PasswordHashingBusyException}.
 * <p>
 * {@code @ConcurrencyLimit} and {@code SyncTaskExecutor} of Spring either wait without
 * limit or not at all.
 */
final class BoundedPasswordEncoder implements PasswordEncoder {

	private final PasswordEncoder delegate;

	private final Semaphore permits;

	private final Semaphore waiting;

	private final Duration timeout;

	BoundedPasswordEncoder(PasswordEncoder delegate, int concurrency, int maxWaiting, Duration timeout) {
		this.delegate = delegate;
		this.permits = new Semaphore(concurrency, true);
		this.waiting = new Semaphore(maxWaiting);
		this.timeout = timeout;
	}

	@Override
	public @Nullable String encode(@Nullable CharSequence password) {
		return withPermit(() -> this.delegate.encode(password));
	}

	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
		return Boolean.TRUE.equals(withPermit(() -> this.delegate.matches(password, hash)));
	}

	@Override
	public boolean upgradeEncoding(@Nullable String hash) {
		return this.delegate.upgradeEncoding(hash);
	}

	private <T> @Nullable T withPermit(Supplier<@Nullable T> hashing) {
		if (!acquire()) {
			throw new PasswordHashingBusyException();
		}
		try {
			return hashing.get();
		}
		finally {
			this.permits.release();
		}
	}

	private boolean acquire() {
		try {
			// With a time, however short: else newcomers would overtake those who wait.
			return this.permits.tryAcquire(0, TimeUnit.MILLISECONDS) || await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private boolean await() throws InterruptedException {
		if (!this.waiting.tryAcquire()) {
			return false;
		}
		try {
			return this.permits.tryAcquire(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		finally {
			this.waiting.release();
		}
	}

}
