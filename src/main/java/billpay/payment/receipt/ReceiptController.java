package billpay.payment.receipt;

import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import billpay.payment.Payment;
import billpay.payment.Payment.Status;
import billpay.payment.PaymentRepository;
import billpay.payment.PaymentViewFactory;
import billpay.web.error.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows one payment of the customer: its receipt, or that it is being confirmed; a
 * declined one redirects to the cart. While it is being confirmed, a header reloads the
 * page, without a script.
 */
@Controller
class ReceiptController {

	private final PaymentRepository payments;

	private final PaymentViewFactory views;

	private final ReloadInterval reloadInterval;

	ReceiptController(PaymentRepository payments, PaymentViewFactory views, ReloadInterval reloadInterval) {
		this.payments = payments;
		this.views = views;
		this.reloadInterval = reloadInterval;
	}

	@GetMapping("/payments/{reference}")
	String receipt(@PathVariable String reference, Principal user, HttpServletRequest request,
			HttpServletResponse response, Locale locale, Model model, RedirectAttributes redirect) {
		Payment payment = this.payments.findByReferenceAndCustomer(reference, user.getName())
			.orElseThrow(() -> new NotFoundException("error.no-such-receipt"));
		if (payment.status() == Status.DECLINED) {
			return afterDecline(payment, redirect);
		}
		model.addAttribute("receipt", this.views.receipt(payment, locale));
		return (payment.status() == Status.APPROVED) ? "payment/receipt"
				: confirming(payment, request, response, model);
	}

	private String afterDecline(Payment payment, RedirectAttributes redirect) {
		Optional<Payment> next = Optional.ofNullable(payment.cart())
			.flatMap((cart) -> this.payments.findByCart(cart, payment.customer()));
		if (next.isPresent()) {
			return "redirect:/payments/" + next.get().reference();
		}
		redirect.addFlashAttribute("notice", "notice.not-charged");
		return "redirect:/cart";
	}

	private String confirming(Payment payment, HttpServletRequest request, HttpServletResponse response, Model model) {
		OptionalInt seconds = this.reloadInterval.of(payment);
		if (seconds.isPresent()) {
			response.setHeader("Refresh", seconds.getAsInt() + "; url=" + request.getRequestURI());
			model.addAttribute("reloads", true);
		}
		return "payment/confirming";
	}

}
