package billpay.account;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes no more passwords at a time than the processors can take beside everything else.
 * The others wait for a moment, and no more of them than leave the server threads enough
 * for its pages; then a {@link PasswordHashingBusyException} sends them away.
 * <p>
 * A semaphore, because what Spring has does half of it: {@code @ConcurrencyLimit} and
 * {@code SyncTaskExecutor} either wait for ever or not at all.
 */
final class BoundedPasswordEncoder implements PasswordEncoder {

	private final PasswordEncoder delegate;

	private final Semaphore places;

	private final int maxWaiting;

	private final Duration patience;

	/**
	 * Creates the decorator.
	 * @param delegate hashes
	 * @param concurrency how many passwords it may hash at a time
	 * @param maxWaiting how many more may wait
	 * @param patience how long each of them waits
	 */
	BoundedPasswordEncoder(PasswordEncoder delegate, int concurrency, int maxWaiting, Duration patience) {
		this.delegate = delegate;
		this.places = new Semaphore(concurrency);
		this.maxWaiting = maxWaiting;
		this.patience = patience;
	}

	@Override
	public @Nullable String encode(@Nullable CharSequence password) {
		return inPlace(() -> this.delegate.encode(password));
	}

	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
		return Boolean.TRUE.equals(inPlace(() -> this.delegate.matches(password, hash)));
	}

	@Override
	public boolean upgradeEncoding(@Nullable String hash) {
		return this.delegate.upgradeEncoding(hash);
	}

	private <T> @Nullable T inPlace(Supplier<@Nullable T> hashing) {
		if (!enter()) {
			throw new PasswordHashingBusyException();
		}
		try {
			return hashing.get();
		}
		finally {
			this.places.release();
		}
	}

	private boolean enter() {
		try {
			return this.places.tryAcquire() || (this.places.getQueueLength() < this.maxWaiting
					&& this.places.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
