package billpay.payment;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

import billpay.catalog.AddOns;
import billpay.payment.Payment.Status;
import billpay.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A customer's own payments, and the receipt of each.
 */
@Controller
class PaymentController {

	private static final int PAGE_SIZE = 20;

	private static final int LAST_PAGE = 100_000;

	private static final Duration SOON = Duration.ofMinutes(1);

	/** A page that is forgotten in a tab must not keep its session alive. */
	private static final Duration LONGEST_RELOADING = Duration.ofMinutes(10);

	private final Payments payments;

	private final AddOns addOns;

	private final Clock clock;

	PaymentController(Payments payments, AddOns addOns, Clock clock) {
		this.payments = payments;
		this.addOns = addOns;
		this.clock = clock;
	}

	@GetMapping("/payments")
	String history(@RequestParam(defaultValue = "1") int page, Principal user, Model model) {
		if (page < 1 || page > LAST_PAGE) {
			throw new NotFound("error.no-such-page");
		}
		List<Payment> found = this.payments.of(user.getName(), (page - 1L) * PAGE_SIZE, PAGE_SIZE + 1);
		if (found.isEmpty() && page > 1) {
			throw new NotFound("error.no-such-page");
		}
		model.addAttribute("payments", found.subList(0, Math.min(found.size(), PAGE_SIZE)));
		model.addAttribute("page", page);
		model.addAttribute("hasMore", found.size() > PAGE_SIZE);
		return "payment/history";
	}

	@GetMapping("/payments/{reference}")
	String receipt(@PathVariable String reference, Principal user, HttpServletResponse response, Locale locale,
			Model model) {
		Payment payment = this.payments.find(reference, user.getName())
			.orElseThrow(() -> new NotFound("error.no-such-receipt"));
		if (payment.status() == Status.DECLINED) {
			return "redirect:/cart?notice=not-charged";
		}
		model.addAttribute("payment", payment);
		model.addAttribute("lines", this.payments.linesOf(reference));
		model.addAttribute("addOns", this.addOns.byCode(locale));
		return (payment.status() == Status.APPROVED) ? "payment/receipt" : confirming(payment, response, model);
	}

	private String confirming(Payment payment, HttpServletResponse response, Model model) {
		// The page loads itself anew by a header, which needs no script, until the
		// payment
		// has come to an end.
		Duration age = Duration.between(payment.createdAt(), OffsetDateTime.now(this.clock));
		boolean reloads = age.compareTo(LONGEST_RELOADING) < 0;
		if (reloads) {
			response.setHeader("Refresh", Long.toString((age.compareTo(SOON) < 0) ? 2 : 10));
		}
		model.addAttribute("reloads", reloads);
		return "payment/confirming";
	}

}
