package billpay;

import java.util.Arrays;
import java.util.Locale;

import billpay.payment.LedgerReport;
import billpay.payment.LedgerReport.Findings;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;

/**
 * The start option {@code --check-ledger}: prints the ledger report in place of opening
 * the shop. Beans are made as they are needed, so that nothing listens, nothing runs in
 * the background and no password is set.
 */
final class LedgerCheck {

	private static final String OPTION = "--check-ledger";

	private LedgerCheck() {
	}

	static boolean isAskedFor(String... arguments) {
		return Arrays.asList(arguments).contains(OPTION);
	}

	/**
	 * Prints the report.
	 * @param arguments the application's arguments
	 * @return the exit code: 0 when the two ledgers agree, 1 when a row breaks a rule
	 */
	static int run(String... arguments) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(BillPayApplication.class)
			.web(WebApplicationType.NONE)
			.lazyInitialization(true)
			.bannerMode(Banner.Mode.OFF)
			.properties("logging.level.root=warn")
			.run(arguments)) {
			Findings findings = context.getBean(LedgerReport.class).make();
			print(findings, context);
			return (findings.isClean()) ? 0 : 1;
		}
	}

	private static void print(Findings findings, MessageSource messages) {
		findings.broken()
			.forEach((finding) -> System.out.printf("    rule %d: %s%n", finding.rule(),
					messages.getMessage(finding.messageKey(), finding.arguments(), Locale.ENGLISH)));
		System.out
			.printf("    %s%n",
					messages.getMessage(
							(findings.isClean()) ? "ledger.clean" : "ledger.broken", new Object[] { findings.payments(),
									findings.charges(), findings.undecided(), findings.broken().size() },
							Locale.ENGLISH));
	}

}
