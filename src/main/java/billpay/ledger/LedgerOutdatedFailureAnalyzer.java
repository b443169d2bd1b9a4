package billpay.ledger;

import org.flywaydb.core.api.exception.FlywayValidateException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains in one sentence that the ledger was written by another version of BillPay.
 */
class LedgerOutdatedFailureAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
		return new FailureAnalysis("This ledger is of another version of BillPay.",
				"One of an older version is brought up to date when the shop is started on it; "
						+ "otherwise name another ledger: --billpay.ledger=./.billpay/second",
				cause);
	}

}
