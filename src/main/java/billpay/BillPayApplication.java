package billpay;

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
		if (LedgerCheck.isAskedFor(args)) {
			System.exit(LedgerCheck.exitCode(args));
		}
		SpringApplication.run(BillPayApplication.class, args);
	}

}
