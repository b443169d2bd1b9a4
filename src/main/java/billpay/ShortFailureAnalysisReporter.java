package billpay;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Prints on the console why BillPay did not start. Replaces Spring Boot's own report,
 * which is written to the log, where an event has one line.
 */
class ShortFailureAnalysisReporter implements FailureAnalysisReporter {

	@Override
	public void report(FailureAnalysis analysis) {
		System.err.printf("%n    BillPay did not start. %s%n    %s%n%n", analysis.getDescription(),
				(analysis.getAction() != null) ? analysis.getAction() : "");
	}

}
