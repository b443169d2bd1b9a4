package billpay.classroom;

import billpay.payment.audit.LedgerReport;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The ledger report for the instructor; Spring Security protects it.
 */
@Controller
class LedgerController {

	private final LedgerReport report;

	LedgerController(LedgerReport report) {
		this.report = report;
	}

	@GetMapping("/instructor/ledger")
	String report(Model model) {
		model.addAttribute("findings", this.report.create());
		return "classroom/ledger";
	}

}
