package billpay.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Asks a database that is away once in a while, and not for every page: the others are
 * told at once. That spares them the wait, and the pool the queue for whose sake it would
 * try again and again, at ever longer intervals, and notice late that the database is
 * back.
 */
final class LedgerDoor extends DelegatingDataSource {

	private static final Duration CLOSED = Duration.ofSeconds(1);

	private volatile @Nullable Closed closed;

	LedgerDoor(DataSource pool) {
		super(pool);
	}

	@Override
	public Connection getConnection() throws SQLException {
		Closed now = this.closed;
		if (now != null && System.nanoTime() - now.since < CLOSED.toNanos()) {
			throw new SQLTransientConnectionException("Was away a moment ago", now.state);
		}
		try {
			Connection connection = super.getConnection();
			this.closed = null;
			return connection;
		}
		catch (SQLException ex) {
			// Without a state it is the pool that has none left, and not the database.
			this.closed = (ex.getSQLState() != null) ? new Closed(System.nanoTime(), ex.getSQLState()) : null;
			throw ex;
		}
	}

	private record Closed(long since, String state) {
	}

}
