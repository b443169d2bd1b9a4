package billpay.serverview.experiment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import billpay.web.ClockTicker;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The codes with which another browser can take over a session. They are in the memory of
 * this one node, one for a session at most, for two minutes. There is no bound to the
 * attempts at a code: it has 50 random bits.
 */
@Component
public class TakeoverCodeRepository {

	static final Duration TIME_TO_LIVE = Duration.ofMinutes(2);

	private static final int MAX_CODES = 1000;

	private static final int LENGTH = 10;

	/** 32 letters and digits, without those that look like another one. */
	private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

	private final SecureRandom random = new SecureRandom();

	private final Clock clock;

	private final Cache<String, TakeoverCode> bySession;

	TakeoverCodeRepository(Clock clock) {
		this.clock = clock;
		this.bySession = Caffeine.newBuilder()
			.maximumSize(MAX_CODES)
			.expireAfterWrite(TIME_TO_LIVE)
			.ticker(new ClockTicker(clock))
			.executor(Runnable::run)
			.build();
	}

	void issue(String sessionId, String token) {
		String code = this.random.ints(LENGTH, 0, ALPHABET.length())
			.mapToObj((index) -> ALPHABET.substring(index, index + 1))
			.collect(Collectors.joining());
		this.bySession.put(sessionId,
				new TakeoverCode(code, sessionId, token, this.clock.instant().plus(TIME_TO_LIVE)));
	}

	/**
	 * The code that was issued for a session.
	 * @param sessionId the id of the session
	 * @return the code, {@code null} when there is none, or none that is valid
	 */
	public @Nullable TakeoverCode find(String sessionId) {
		return this.bySession.getIfPresent(sessionId);
	}

	// Whether a browser has typed the code for its own session.
	boolean isOf(@Nullable String token, String typed) {
		return matching(typed).anyMatch((issued) -> issued.token().equals(token));
	}

	// Only one of two that come at once gets it.
	Optional<TakeoverCode> redeem(String typed) {
		return matching(typed).filter((issued) -> this.bySession.asMap().remove(issued.sessionId(), issued))
			.findFirst();
	}

	private Stream<TakeoverCode> matching(String typed) {
		String code = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
		return this.bySession.asMap().values().stream().filter((issued) -> issued.code().equals(code));
	}

}
