package billpay;

import java.util.Arrays;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.session.autoconfigure.SessionAutoConfiguration;

/**
 * Starts the shop, or only checks its ledger. Spring Boot's configuration of sessions
 * would put the session filter in front of every address, also of those that never need a
 * session.
 */
@SpringBootApplication(exclude = SessionAutoConfiguration.class)
@ConfigurationPropertiesScan
public class BillPayApplication {

	public static void main(String[] args) {
		if (Arrays.asList(args).contains("--" + LedgerCheck.PROFILE)) {
			System.exit(checkLedger(args));
		}
		SpringApplication.run(BillPayApplication.class, args);
	}

	private static int checkLedger(String... args) {
		try {
			return LedgerCheck.start(args);
		}
		catch (RuntimeException ex) {
			// Reported already, by ShortFailureAnalysisReporter.
			return 2;
		}
	}

}
