package billpay.classroom;

import java.util.List;
import java.util.Locale;

import billpay.payment.audit.LedgerComparison;
import billpay.payment.audit.LedgerReport;
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

	private static final int MAX_PAGE = 100_000;

	private final LedgerReport report;

	private final LedgerComparison comparison;

	private final MoneyFormatter money;

	LedgerController(LedgerReport report, LedgerComparison comparison, MoneyFormatter money) {
		this.report = report;
		this.comparison = comparison;
		this.money = money;
	}

	@GetMapping("/instructor/ledger")
	String report(@RequestParam(defaultValue = "1") int page, Model model) {
		List<LedgerComparison.Entry> entries = (page >= 1 && page <= MAX_PAGE)
				? this.comparison.find((page - 1) * PAGE_SIZE, PAGE_SIZE + 1) : List.of();
		if (entries.isEmpty() && page != 1) {
			throw new NotFoundException("error.no-such-page-of-the-ledger");
		}
		model.addAttribute("findings", this.report.create());
		model.addAttribute("rows", entries.stream().limit(PAGE_SIZE).map(this::row).toList());
		model.addAttribute("page", page);
		model.addAttribute("hasMore", entries.size() > PAGE_SIZE);
		return "classroom/ledger";
	}

	private LedgerRow row(LedgerComparison.Entry entry) {
		return new LedgerRow(entry.reference(),
				(entry.payment() != null) ? this.money.format(entry.payment().total()) : null,
				(entry.payment() != null) ? entry.payment().status().name().toLowerCase(Locale.ROOT) : null,
				(entry.charge() != null) ? this.money.format(entry.charge().amount()) : null, entry.matches());
	}

}
