package billpay.session.redis;

import java.util.stream.Stream;

import io.lettuce.core.RedisCommandExecutionException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.data.redis.RedisConnectionFailureException;

/**
 * Explains in one sentence that a node cannot start because Redis does not answer or
 * refuses the password. Once started, a node outlives an outage of Redis.
 */
class RedisUnavailableFailureAnalyzer extends AbstractFailureAnalyzer<RedisConnectionFailureException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, RedisConnectionFailureException cause) {
		RedisCommandExecutionException refusal = findCause(cause, RedisCommandExecutionException.class);
		if (refusal != null && isAboutTheUser(refusal)) {
			return new FailureAnalysis("The Redis server of the sessions refuses the user or the password.",
					"Put both into SPRING_DATA_REDIS_URL=redis://user:password@localhost:6379", cause);
		}
		String reason = (refusal != null)
				? "The Redis server of the sessions refuses the connection: " + refusal.getMessage()
				: "The Redis server of the sessions does not answer.";
		return new FailureAnalysis(reason, "Start it, or name another: SPRING_DATA_REDIS_URL=redis://localhost:6379",
				cause);
	}

	// The codes with which Redis answers AUTH and what needs it.
	private static boolean isAboutTheUser(RedisCommandExecutionException refusal) {
		return Stream.of("WRONGPASS", "NOAUTH", "NOPERM").anyMatch(String.valueOf(refusal.getMessage())::startsWith);
	}

}
