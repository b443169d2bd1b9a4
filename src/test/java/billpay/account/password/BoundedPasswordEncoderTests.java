package billpay.account.password;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * How many passwords are hashed at a time, how many wait, and what the others are told.
 */
@Tag("A10")
class BoundedPasswordEncoderTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final SlowEncoder slow = new SlowEncoder();

	@AfterEach
	void end() {
		this.slow.goOn.countDown();
		this.threads.shutdownNow();
	}

	private List<Future<String>> encode(PasswordEncoder encoder, int times) {
		return IntStream.range(0, times).mapToObj((i) -> this.threads.submit(() -> encoder.encode("" + i))).toList();
	}

	@Test
	void noMoreThanSoManyAreHashedAtATime() throws Exception {
		PasswordEncoder encoder = new BoundedPasswordEncoder(this.slow, 3, 10, LONG);
		List<Future<String>> all = encode(encoder, 10);
		await().until(() -> this.slow.running.get() == 3);
		this.slow.goOn.countDown();
		for (Future<String> one : all) {
			assertThat(one.get(1, TimeUnit.MINUTES)).startsWith("hash of");
		}
		assertThat(this.slow.most.get()).isEqualTo(3);
	}

	@Test
	void refusesAfterTheTimeout() {
		PasswordEncoder encoder = new BoundedPasswordEncoder(this.slow, 1, 10, Duration.ofMillis(50));
		encode(encoder, 1);
		await().until(() -> this.slow.running.get() == 1);
		assertThatExceptionOfType(PasswordHashingBusyException.class).isThrownBy(() -> encoder.encode("late"));
		assertThatExceptionOfType(PasswordHashingBusyException.class).isThrownBy(() -> encoder.matches("late", "hash"));
	}

	@Test
	void refusesAtOnceWhenEnoughAreWaiting() {
		PasswordEncoder encoder = new BoundedPasswordEncoder(this.slow, 1, 2, LONG);
		List<Future<String>> all = encode(encoder, 10);
		await().until(() -> all.stream().filter(Future::isDone).count() >= 7);
		assertThat(this.slow.running.get()).isOne();
	}

	@Test
	void aPlaceIsFreeAgainAlsoAfterAFailure() {
		PasswordEncoder encoder = new BoundedPasswordEncoder(this.slow, 1, 0, LONG);
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> encoder.matches("a", "b"));
		}
		this.slow.goOn.countDown();
		assertThat(encoder.encode("a")).isEqualTo("hash of a");
	}

	/**
	 * Hashes when the test lets it.
	 */
	private static final class SlowEncoder implements PasswordEncoder {

		private final AtomicInteger running = new AtomicInteger();

		private final AtomicInteger most = new AtomicInteger();

		private final CountDownLatch goOn = new CountDownLatch(1);

		@Override
		public String encode(CharSequence password) {
			this.most.accumulateAndGet(this.running.incrementAndGet(), Math::max);
			try {
				this.goOn.await();
				return "hash of " + password;
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			finally {
				this.running.decrementAndGet();
			}
		}

		@Override
		public boolean matches(CharSequence password, String hash) {
			throw new IllegalArgumentException("No hash");
		}

	}

}
