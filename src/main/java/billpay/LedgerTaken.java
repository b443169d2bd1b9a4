package billpay;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in a sentence that another BillPay has the ledger's file open.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class LedgerTaken extends AbstractFailureAnalyzer<SQLException> {

	/** H2's {@code DATABASE_ALREADY_OPEN_1}. */
	private static final int ALREADY_OPEN = 90020;

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
		if (cause.getErrorCode() != ALREADY_OPEN) {
			return null;
		}
		return new FailureAnalysis("Another BillPay is running on this ledger.",
				"Stop it, or give this one a ledger and a port of its own: mvn spring-boot:run "
						+ "-Dspring-boot.run.arguments=\"--billpay.ledger=./.billpay/second --server.port=8081\"",
				cause);
	}

}
