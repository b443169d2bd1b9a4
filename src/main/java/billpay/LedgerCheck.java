package billpay;

import java.util.Arrays;
import java.util.Locale;

import billpay.payment.audit.LedgerReport;
import billpay.payment.audit.LedgerReport.Findings;
import org.flywaydb.core.Flyway;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.Banner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The start option {@code --check-ledger}: prints the ledger report in place of opening
 * the shop, and ends with 0 when the two ledgers agree, with 1 when a row breaks a rule,
 * with 2 when the ledger cannot be read. Beans are made as they are needed, so that
 * nothing listens, nothing runs in the background and no password is set; a ledger that
 * is not there is not made, and one of an older BillPay stays as it is.
 */
final class LedgerCheck implements ApplicationRunner, ExitCodeGenerator {

	private static final String OPTION = "--check-ledger";

	private final LedgerReport report;

	private final MessageSource messages;

	private boolean clean;

	LedgerCheck(LedgerReport report, MessageSource messages) {
		this.report = report;
		this.messages = messages;
	}

	static boolean isAskedFor(String... arguments) {
		return Arrays.asList(arguments).contains(OPTION);
	}

	/**
	 * Prints the report, or why there is none.
	 * @param arguments the application's arguments
	 * @return the exit code
	 */
	static int exitCode(String... arguments) {
		try {
			return start(arguments);
		}
		catch (RuntimeException ex) {
			// Has been told of already, by ShortFailureAnalysisReporter.
			return 2;
		}
	}

	static int start(String... arguments) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(BillPayApplication.class);
		application.web(WebApplicationType.NONE).lazyInitialization(true).bannerMode(Banner.Mode.OFF);
		application.profiles("check-ledger").initializers(LedgerCheck::addTo);
		return SpringApplication.exit(application.run(arguments));
	}

	private static void addTo(ConfigurableApplicationContext created) {
		GenericApplicationContext context = (GenericApplicationContext) created;
		context.registerBean(LedgerCheck.class, () -> new LedgerCheck(context.getBean(LedgerReport.class), context));
		context.registerBean(FlywayMigrationStrategy.class, () -> Flyway::validate);
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
