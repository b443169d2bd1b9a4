package billpay.ledger;

import java.util.Locale;

import billpay.ledger.LedgerReport.Findings;
import org.flywaydb.core.Flyway;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The start option {@code --check-ledger}: prints the ledger report instead of opening
 * the shop, and ends with exit code 0 when the two ledgers agree, 1 when a row breaks a
 * rule, 2 when the ledger cannot be read. The profile of the same name starts no web
 * server and no client of the session store, and creates beans lazily, so that no job
 * runs and no password is set. A ledger that does not exist is not created, and one of an
 * older version is not migrated.
 */
@Component
@Profile(LedgerCheck.PROFILE)
public class LedgerCheck implements ApplicationRunner, ExitCodeGenerator {

	/** The profile in which only the ledger is checked. */
	public static final String PROFILE = "check-ledger";

	/** The start option. */
	public static final String OPTION = "--" + PROFILE;

	private final LedgerReport report;

	private final MessageSource messages;

	private boolean clean;

	LedgerCheck(LedgerReport report, MessageSource messages) {
		this.report = report;
		this.messages = messages;
	}

	@Bean
	static FlywayMigrationStrategy validateOnly() {
		return Flyway::validate;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		Findings findings = this.report.create();
		findings.violations()
			.forEach((finding) -> System.out.printf("    rule %d: %s%n", finding.rule(),
					text(finding.messageKey(), finding.arguments())));
		System.out.printf("    %s%n", text(findings.messageKey(), findings.arguments()));
		this.clean = findings.isClean();
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

	@Override
	public int getExitCode() {
		return (this.clean) ? 0 : 1;
	}

}
