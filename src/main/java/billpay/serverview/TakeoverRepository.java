package billpay.serverview;

import java.time.Clock;

import billpay.web.ClockTicker;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Which browsers have taken over the session of another one, by the token of each one's
 * own. None of them learns the other's token. In the memory of this one node, bounded in
 * number and time.
 */
@Component
class TakeoverRepository {

	private static final int MAX_TAKEOVERS = 1000;

	private final Cache<String, TakenOverSession> byToken;

	TakeoverRepository(ServerViewProperties properties, Clock clock) {
		this.byToken = Caffeine.newBuilder()
			.maximumSize(MAX_TAKEOVERS)
			.expireAfterAccess(properties.keep())
			.ticker(new ClockTicker(clock))
			.executor(Runnable::run)
			.build();
	}

	void add(String token, TakenOverSession session) {
		this.byToken.put(token, session);
	}

	@Nullable TakenOverSession find(String token) {
		return this.byToken.getIfPresent(token);
	}

	/**
	 * A session that another browser has taken over.
	 *
	 * @param ownersToken what the conversation of the session's browser is found by
	 * @param fingerprint the fingerprint of the session as it was then: with another id
	 * it is not the other browser's any more
	 */
	record TakenOverSession(String ownersToken, String fingerprint) {
	}

}
