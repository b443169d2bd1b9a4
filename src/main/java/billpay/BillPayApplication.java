package billpay;

import java.util.Arrays;

import billpay.ledger.LedgerCheck;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the shop, or only checks its ledger.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BillPayApplication {

	public static void main(String[] args) {
		if (Arrays.asList(args).contains(LedgerCheck.OPTION)) {
			System.exit(exitCodeOfCheck(args));
		}
		SpringApplication.run(BillPayApplication.class, args);
	}

	private static int exitCodeOfCheck(String... args) {
		try {
			return checkLedger(args);
		}
		catch (RuntimeException ex) {
			// Reported already, by ShortFailureAnalysisReporter.
			return 2;
		}
	}

	static int checkLedger(String... args) {
		SpringApplication application = new SpringApplication(BillPayApplication.class);
		application.setAdditionalProfiles(LedgerCheck.PROFILE);
		return SpringApplication.exit(application.run(args));
	}

}
