package billpay.web;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;

import io.lettuce.core.RedisException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A store that a page needs does not answer. Whoever asks a store may throw it, in a
 * handler as in a filter: it ends in a 503 page that says which one is away and what of
 * the customer's is kept. What the database's driver throws is understood as it is.
 */
public final class StoreUnavailableException extends RuntimeException {

	private static final String ATTRIBUTE = StoreUnavailableException.class.getName();

	/** PostgreSQL's {@code query_canceled}: it took longer than a page may wait. */
	private static final String QUERY_CANCELED = "57014";

	/** Its {@code idle_in_transaction_session_timeout}: this node stood still. */
	private static final String IDLE_IN_TRANSACTION_TIMEOUT = "25P03";

	private final Store store;

	/**
	 * A store that does not answer.
	 * @param store which one
	 * @param cause what came in place of an answer
	 */
	public StoreUnavailableException(Store store, Throwable cause) {
		super(store + " is away", cause);
		this.store = store;
	}

	/**
	 * Whether a request has found a store away. Its error page then leaves out what only
	 * that store knows, and does not ask again.
	 * @param store the store
	 * @param request the request
	 * @return {@code true} from the moment of the failure on
	 */
	public static boolean affects(Store store, HttpServletRequest request) {
		StoreUnavailableException known = in(request);
		return known != null && known.store == store;
	}

	static @Nullable StoreUnavailableException in(HttpServletRequest request) {
		return (StoreUnavailableException) request.getAttribute(ATTRIBUTE);
	}

	/**
	 * Tells an outage from a fault.
	 * @param failure what a request has ended with
	 * @return the outage behind it, or {@code null} when there is none
	 */
	public static @Nullable StoreUnavailableException findIn(Throwable failure) {
		for (Throwable ex = failure; ex != null; ex = ex.getCause()) {
			if (ex instanceof StoreUnavailableException outage) {
				return outage;
			}
			if (ex instanceof SQLException sql && isAway(sql)) {
				return new StoreUnavailableException(Store.LEDGER, sql);
			}
			if (ex instanceof RedisException) {
				return new StoreUnavailableException(Store.SESSIONS, ex);
			}
		}
		return null;
	}

	// SQL states 08 (connection), 53 (resources) and, of 57, those of a PostgreSQL that
	// stops or starts.
	private static boolean isAway(SQLException ex) {
		String state = (ex.getSQLState() != null) ? ex.getSQLState() : "";
		return ex instanceof SQLTransientConnectionException || ex instanceof SQLTimeoutException
				|| state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")
				|| state.equals(QUERY_CANCELED) || state.equals(IDLE_IN_TRANSACTION_TIMEOUT);
	}

	/**
	 * Notes in a request that it has met with this.
	 * @param request the request
	 */
	public void recordIn(HttpServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	/**
	 * Which store does not answer.
	 * @return the store
	 */
	public Store store() {
		return this.store;
	}

	/**
	 * What pages ask.
	 */
	public enum Store {

		/** The database. */
		LEDGER("error.ledger-away"),

		/** Where sessions live, when that is not this node's own memory. */
		SESSIONS("error.sessions-away");

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
