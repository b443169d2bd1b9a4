package billpay;

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
		if (LedgerCheck.isAskedFor(args)) {
			System.exit(LedgerCheck.exitCode(args));
		}
		SpringApplication.run(BillPayApplication.class, args);
	}

}
