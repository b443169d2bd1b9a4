package billpay;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Tells on the console why BillPay did not start. In place of Spring Boot's own report,
 * which goes through the log, where an event has one line.
 */
class ShortFailureAnalysisReporter implements FailureAnalysisReporter {

	@Override
	public void report(FailureAnalysis analysis) {
		System.err.printf("%n    BillPay did not start. %s%n    %s%n%n", analysis.getDescription(),
				(analysis.getAction() != null) ? analysis.getAction() : "");
	}

}
