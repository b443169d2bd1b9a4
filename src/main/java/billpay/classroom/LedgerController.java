package billpay.classroom;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import billpay.ledger.LedgerEntry;
import billpay.ledger.LedgerReport;
import billpay.ledger.LedgerReport.Findings;
import billpay.web.Paging;
import billpay.web.error.NotFoundException;
import billpay.web.format.MoneyFormatter;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The two ledgers for the instructor, with the report on them; Spring Security protects
 * it.
 */
@Controller
class LedgerController {

	private static final int PAGE_SIZE = 20;

	private static final int RULES = 3;

	private final LedgerReport report;

	private final MoneyFormatter money;

	private final MessageSource messages;

	LedgerController(LedgerReport report, MoneyFormatter money, MessageSource messages) {
		this.report = report;
		this.money = money;
		this.messages = messages;
	}

	@GetMapping("/instructor/ledger")
	String report(@RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
		Findings findings = this.report.create();
		List<LedgerEntry> entries = findings.entries();
		int last = Math.max(1, (entries.size() + PAGE_SIZE - 1) / PAGE_SIZE);
		if (page < 1 || page > last) {
			throw new NotFoundException("error.no-such-page-of-the-ledger");
		}
		model.addAttribute("clean", findings.isClean());
		model.addAttribute("summary", this.messages.getMessage(findings.messageKey(), findings.arguments(), locale));
		model.addAttribute("rules",
				IntStream.rangeClosed(1, RULES).mapToObj((rule) -> rule(rule, findings, locale)).toList());
		model.addAttribute("rows",
				entries.stream().skip((page - 1) * PAGE_SIZE).limit(PAGE_SIZE).map(this::row).toList());
		model.addAttribute("paging", new Paging("/instructor/ledger", page, page < last));
		return "classroom/ledger";
	}

	private LedgerRule rule(int number, Findings findings, Locale locale) {
		return new LedgerRule(number,
				findings.violationsOf(number)
					.stream()
					.map((finding) -> this.messages.getMessage(finding.messageKey(), finding.arguments(), locale))
					.toList());
	}

	private LedgerRow row(LedgerEntry entry) {
		return new LedgerRow(entry.reference(),
				(entry.payment() != null) ? this.money.format(entry.payment().total()) : null,
				(entry.payment() != null) ? entry.payment().status().name().toLowerCase(Locale.ROOT) : null,
				(entry.charge() != null) ? this.money.format(entry.charge().amount()) : null, entry.matches());
	}

}
