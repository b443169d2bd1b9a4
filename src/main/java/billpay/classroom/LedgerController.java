package billpay.classroom;

import java.util.List;
import java.util.Locale;

import billpay.payment.audit.LedgerEntry;
import billpay.payment.audit.LedgerReport;
import billpay.payment.audit.LedgerReport.Findings;
import billpay.web.error.NotFoundException;
import billpay.web.format.MoneyFormatter;

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

	private final LedgerReport report;

	private final MoneyFormatter money;

	LedgerController(LedgerReport report, MoneyFormatter money) {
		this.report = report;
		this.money = money;
	}

	@GetMapping("/instructor/ledger")
	String report(@RequestParam(defaultValue = "1") int page, Model model) {
		Findings findings = this.report.create();
		List<LedgerEntry> entries = findings.entries();
		int last = Math.max(1, (entries.size() + PAGE_SIZE - 1) / PAGE_SIZE);
		if (page < 1 || page > last) {
			throw new NotFoundException("error.no-such-page-of-the-ledger");
		}
		model.addAttribute("findings", findings);
		model.addAttribute("rows",
				entries.stream().skip((page - 1) * PAGE_SIZE).limit(PAGE_SIZE).map(this::row).toList());
		model.addAttribute("page", page);
		model.addAttribute("hasMore", page < last);
		return "classroom/ledger";
	}

	private LedgerRow row(LedgerEntry entry) {
		return new LedgerRow(entry.reference(),
				(entry.payment() != null) ? this.money.format(entry.payment().total()) : null,
				(entry.payment() != null) ? entry.payment().status().name().toLowerCase(Locale.ROOT) : null,
				(entry.charge() != null) ? this.money.format(entry.charge().amount()) : null, entry.matches());
	}

}
