package billpay.availability;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The database or the session store does not respond. It ends in a 503 page that says
 * which one and what of the customer's data is kept. Exceptions of the database driver
 * are recognized too.
 */
public final class StoreUnavailableException extends RuntimeException {

	private static final String ATTRIBUTE = StoreUnavailableException.class.getName();

	/** PostgreSQL's {@code query_canceled}: the statement timeout. */
	private static final String QUERY_CANCELED = "57014";

	/** Its {@code idle_in_transaction_session_timeout}: this node was suspended. */
	private static final String IDLE_IN_TRANSACTION_TIMEOUT = "25P03";

	/**
	 * The first words of error replies of a Redis that is starting, being replaced or has
	 * reached {@code maxmemory}.
	 */
	private static final Set<String> REDIS_NOT_READY = Set.of("LOADING", "READONLY", "MASTERDOWN", "CLUSTERDOWN",
			"OOM");

	private final Store store;

	/**
	 * Creates the exception.
	 * @param store which one
	 * @param cause the exception of the store
	 */
	public StoreUnavailableException(Store store, Throwable cause) {
		super(store + " is unavailable", cause);
		this.store = store;
	}

	/**
	 * Whether a store was unavailable for a request. Its error page then does not use
	 * that store again.
	 * @param store the store
	 * @param request the request
	 * @return {@code true} from the moment of the failure on
	 */
	public static boolean affects(Store store, HttpServletRequest request) {
		StoreUnavailableException outage = in(request);
		return outage != null && outage.store == store;
	}

	static @Nullable StoreUnavailableException in(HttpServletRequest request) {
		return (StoreUnavailableException) request.getAttribute(ATTRIBUTE);
	}

	/**
	 * Finds out whether a failure was caused by an outage.
	 * @param failure what a request has ended with
	 * @return the outage behind it, or {@code null} when there is none
	 */
	public static @Nullable StoreUnavailableException findIn(Throwable failure) {
		for (Throwable ex = failure; ex != null; ex = ex.getCause()) {
			if (ex instanceof StoreUnavailableException outage) {
				return outage;
			}
			if (ex instanceof SQLException sql && isOutage(sql)) {
				return new StoreUnavailableException(Store.DATABASE, sql);
			}
			if (ex instanceof RedisException redis && isOutage(redis)) {
				return new StoreUnavailableException(Store.SESSIONS, ex);
			}
		}
		return null;
	}

	// SQL states 08 (connection), 53 (resources) and, of 57, those of a PostgreSQL that
	// stops or starts.
	private static boolean isOutage(SQLException ex) {
		String state = (ex.getSQLState() != null) ? ex.getSQLState() : "";
		return ex instanceof SQLTransientConnectionException || ex instanceof SQLTimeoutException
				|| state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")
				|| state.equals(QUERY_CANCELED) || state.equals(IDLE_IN_TRANSACTION_TIMEOUT);
	}

	/**
	 * Whether Redis did not respond, did not respond in time, was not ready yet or is
	 * full. Any other command that it refuses is a fault and not an outage.
	 * @param ex the exception of its client
	 * @return {@code false} for a refused command
	 */
	private static boolean isOutage(RedisException ex) {
		return !(ex instanceof RedisCommandExecutionException)
				|| REDIS_NOT_READY.contains(String.valueOf(ex.getMessage()).split(" ", 2)[0]);
	}

	/**
	 * Records this outage in the request.
	 * @param request the request
	 */
	void recordIn(HttpServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	/**
	 * Which store does not respond.
	 * @return the store
	 */
	public Store store() {
		return this.store;
	}

	/**
	 * What can be unavailable.
	 */
	public enum Store {

		/** The database. */
		DATABASE("error.database-unavailable"),

		/** The session store, if it is not this node's memory. */
		SESSIONS("error.sessions-unavailable");

		private final String messageKey;

		Store(String messageKey) {
			this.messageKey = messageKey;
		}

		/**
		 * The message that says so.
		 * @return its key
		 */
		public String messageKey() {
			return this.messageKey;
		}

	}

}
