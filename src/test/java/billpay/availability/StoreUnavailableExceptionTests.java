package billpay.availability;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

import billpay.availability.StoreUnavailableException.Store;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.RedisReadOnlyException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.RedisSystemException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which failures are outages of a store, and which are faults of ours.
 */
class StoreUnavailableExceptionTests {

	static Stream<Exception> redisOutages() {
		return Stream.of(new RedisConnectionException("refused"), new RedisCommandTimeoutException("1 s"),
				new RedisException("Currently not connected. Commands are rejected."),
				new RedisLoadingException("LOADING Redis is loading the dataset in memory"),
				new RedisReadOnlyException("READONLY You can't write against a read only replica."),
				new RedisCommandExecutionException("CLUSTERDOWN The cluster is down"),
				new RedisCommandExecutionException("OOM command not allowed when used memory > 'maxmemory'."));
	}

	@ParameterizedTest
	@MethodSource("redisOutages")
	@Tag("R3")
	void aRedisThatDoesNotAnswerIsUnavailable(Exception ex) {
		StoreUnavailableException found = StoreUnavailableException.findIn(new RedisSystemException("failed", ex));

		assertThat(found).extracting(StoreUnavailableException::store).isEqualTo(Store.SESSIONS);
	}

	static Stream<Exception> databaseOutages() {
		return Stream.of(new SQLTransientConnectionException("no connection in time"),
				new SQLException("connection lost", "08006"), new SQLException("too many clients", "53300"),
				new SQLException("shutting down", "57P01"), new SQLException("canceled", "57014"));
	}

	@ParameterizedTest
	@MethodSource("databaseOutages")
	@Tag("R4")
	void aDatabaseThatDoesNotAnswerIsUnavailable(Exception ex) {
		StoreUnavailableException found = StoreUnavailableException
			.findIn(new DataAccessResourceFailureException("failed", ex));

		assertThat(found).extracting(StoreUnavailableException::store).isEqualTo(Store.DATABASE);
	}

	static Stream<Exception> faults() {
		return Stream.of(new RedisCommandExecutionException("WRONGTYPE Operation against a key"),
				new SQLException("unique", "23505"), new IllegalStateException("anything else"));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void aStoreThatRefusesWhatItIsAskedIsNot(Exception ex) {
		assertThat(StoreUnavailableException.findIn(new RuntimeException(ex))).isNull();
	}

}
