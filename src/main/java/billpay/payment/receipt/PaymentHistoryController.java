package billpay.payment.receipt;

import java.security.Principal;
import java.util.List;

import billpay.payment.Payment;
import billpay.payment.PaymentRepository;
import billpay.payment.PaymentViewFactory;
import billpay.web.Paging;
import billpay.web.error.NotFoundException;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A customer's payments, page by page.
 */
@Controller
class PaymentHistoryController {

	private static final int PAGE_SIZE = 20;

	private static final int LAST_PAGE = 100_000;

	private final PaymentRepository payments;

	private final PaymentViewFactory views;

	PaymentHistoryController(PaymentRepository payments, PaymentViewFactory views) {
		this.payments = payments;
		this.views = views;
	}

	@GetMapping("/payments")
	String history(@RequestParam(defaultValue = "1") int page, Principal user, Model model) {
		if (page < 1 || page > LAST_PAGE) {
			throw new NotFoundException("error.no-such-page");
		}
		List<Payment> found = this.payments.findByCustomer(user.getName(), (page - 1L) * PAGE_SIZE, PAGE_SIZE + 1);
		if (found.isEmpty() && page > 1) {
			throw new NotFoundException("error.no-such-page");
		}
		model.addAttribute("payments", found.stream().limit(PAGE_SIZE).map(this.views::historyEntry).toList());
		model.addAttribute("paging", new Paging("/payments", page, found.size() > PAGE_SIZE));
		return "payment/history";
	}

}
