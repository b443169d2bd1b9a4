package billpay;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in a sentence that another BillPay has the ledger's file open, that the file is
 * damaged, or that there is none to be checked.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class LedgerUnusable extends AbstractFailureAnalyzer<SQLException> {

	/** H2's {@code DATABASE_ALREADY_OPEN_1}. */
	private static final int ALREADY_OPEN = 90020;

	/** H2's {@code DATABASE_NOT_FOUND_WITH_IF_EXISTS_1}. */
	private static final int NOT_FOUND = 90146;

	/** H2's {@code FILE_CORRUPTED_1}. */
	private static final int CORRUPTED = 90030;

	/** H2's {@code FILE_VERSION_ERROR_1}. */
	private static final int NO_DATABASE = 90048;

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
		return switch (cause.getErrorCode()) {
			case ALREADY_OPEN -> new FailureAnalysis("Another BillPay is running on this ledger.",
					"Stop it, or give this one a ledger and a port of its own: mvn spring-boot:run "
							+ "-Dspring-boot.run.arguments=\"--billpay.ledger=./.billpay/second --server.port=8081\"",
					cause);
			case NOT_FOUND -> new FailureAnalysis("There is no ledger here to be checked.",
					"Go to the folder in which the shop was started, or name the ledger: "
							+ "--billpay.ledger=./.billpay/ledger",
					cause);
			case CORRUPTED, NO_DATABASE -> new FailureAnalysis("The ledger's file is damaged or is none.",
					"Put a copy of it in its place, or name another ledger: --billpay.ledger=./.billpay/second", cause);
			default -> null;
		};
	}

}
