package billpay.ledger;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Explains in one sentence that another BillPay has the ledger's file open, that the file
 * is damaged or does not exist, or why PostgreSQL refuses the connection.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class LedgerUnusableFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

	/** H2's {@code DATABASE_ALREADY_OPEN_1}. */
	private static final int ALREADY_OPEN = 90020;

	/** H2's {@code DATABASE_NOT_FOUND_WITH_IF_EXISTS_1}. */
	private static final int NOT_FOUND = 90146;

	/** H2's {@code FILE_CORRUPTED_1}. */
	private static final int CORRUPTED = 90030;

	/** H2's {@code FILE_VERSION_ERROR_1}. */
	private static final int NO_DATABASE = 90048;

	private final boolean checking;

	LedgerUnusableFailureAnalyzer(@Nullable Environment environment) {
		this.checking = environment != null && environment.matchesProfiles(LedgerCheck.PROFILE);
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
		FailureAnalysis ofServer = analyzeServer(cause);
		return (ofServer != null) ? ofServer : analyzeFile(cause);
	}

	private static @Nullable FailureAnalysis analyzeServer(SQLException cause) {
		return switch (String.valueOf(cause.getSQLState())) {
			case "08001", "08004", "08006", "57P03",
					"53300" ->
				new FailureAnalysis("The ledger's PostgreSQL server does not answer.",
						"Start it, or name another: SPRING_DATASOURCE_URL=jdbc:postgresql://localhost:5432/billpay",
						cause);
			case "28000", "28P01" ->
				new FailureAnalysis("The ledger's PostgreSQL server refuses the user or the password.",
						"Set SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.", cause);
			case "3D000" -> new FailureAnalysis("The ledger's PostgreSQL server has no such database.",
					"Make it: createdb --owner=billpay billpay", cause);
			case "42501" -> new FailureAnalysis("The ledger's PostgreSQL user may not make tables in the database.",
					"Make it the owner: alter database billpay owner to billpay", cause);
			default -> null;
		};
	}

	private @Nullable FailureAnalysis analyzeFile(SQLException cause) {
		return switch (cause.getErrorCode()) {
			case ALREADY_OPEN -> new FailureAnalysis("Another BillPay is running on this ledger.", (this.checking)
					? "Stop it first, then check again. While it runs, the instructor has a page for this."
					: "Stop it, or give this one a ledger and a port of its own: mvn spring-boot:run "
							+ "-Dspring-boot.run.arguments=\"--billpay.ledger=./.billpay/second --server.port=8081\"",
					cause);
			case NOT_FOUND -> new FailureAnalysis("There is no ledger here to be checked.",
					"Go to the folder in which the shop was started, or name the ledger: "
							+ "--billpay.ledger=./.billpay/ledger",
					cause);
			case CORRUPTED, NO_DATABASE -> new FailureAnalysis("The ledger's file is damaged or is not a database.",
					"Put a copy of it in its place, or name another ledger: --billpay.ledger=./.billpay/second", cause);
			default -> null;
		};
	}

}
