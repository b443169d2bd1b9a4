package billpay.cart.page;

import java.security.Principal;

import billpay.bill.PhoneNumberMissingException;
import billpay.cart.CartBeingPaidException;
import billpay.cart.CartNotPayableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Redirects a request that comes too early in the walk, or when the cart is paid or being
 * paid, to the right page.
 */
@ControllerAdvice
class CartControllerAdvice {

	private static final Logger log = LoggerFactory.getLogger(CartControllerAdvice.class);

	@ExceptionHandler
	String redirectToLookup(PhoneNumberMissingException ex, Principal user, RedirectAttributes redirect) {
		log.warn("step-skipped: user={} step={}", user.getName(), ex.requestedStep());
		redirect.addFlashAttribute("notice", "notice.no-number");
		return "redirect:/lookup";
	}

	// The notice must be true whatever has become of the payment when it is read.
	@ExceptionHandler
	String redirectToPayment(CartBeingPaidException ex, HttpMethod method, RedirectAttributes redirect) {
		if (HttpMethod.POST.equals(method)) {
			redirect.addFlashAttribute("notice", "notice.cart-unchanged");
		}
		return "redirect:/payments/" + ex.payment();
	}

	@ExceptionHandler
	String redirectToCartOrReceipt(CartNotPayableException ex, Principal user, RedirectAttributes redirect) {
		if (ex.payment() != null) {
			redirect.addFlashAttribute("notice", "notice.paid-already");
			return "redirect:/payments/" + ex.payment();
		}
		if (ex.isEmpty()) {
			log.warn("step-skipped: user={} step=checkout", user.getName());
		}
		redirect.addFlashAttribute("notice", (ex.isEmpty()) ? "notice.nothing-to-pay" : "notice.not-payable");
		return "redirect:/cart";
	}

}
