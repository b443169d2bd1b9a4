package billpay.payment.checkout;

import java.security.Principal;
import java.util.Locale;

import billpay.cart.CartRepository;
import billpay.payment.checkout.CheckoutResult.Submitted;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The payment page. The customer sends a card and nothing else: the session remembers
 * what to pay, and the database has the prices.
 */
@Controller
class CheckoutController {

	private final CartRepository carts;

	private final CheckoutModelPopulator populator;

	private final CheckoutSubmission submission;

	private final CheckoutFormValidator validator;

	CheckoutController(CartRepository carts, CheckoutModelPopulator populator, CheckoutSubmission submission,
			CheckoutFormValidator validator) {
		this.carts = carts;
		this.populator = populator;
		this.submission = submission;
		this.validator = validator;
	}

	@InitBinder("form")
	void initBinder(WebDataBinder binder) {
		binder.addValidators(this.validator);
	}

	@GetMapping("/checkout")
	String form(HttpSession session, Locale locale, Model model) {
		model.addAttribute("form", CheckoutForm.empty());
		return this.populator.populate(this.carts.findOpen(session), locale, model);
	}

	@PostMapping("/checkout")
	String pay(@Valid @ModelAttribute("form") CheckoutForm form, BindingResult errors, Principal user,
			HttpSession session, HttpServletResponse response, Locale locale, Model model,
			RedirectAttributes redirect) {
		CheckoutResult result = this.submission.submit(user.getName(), session, form, errors, locale);
		if (result instanceof Submitted submitted) {
			if (submitted.repeated() && submitted.isApproved()) {
				redirect.addFlashAttribute("notice", "notice.paid-already");
			}
			return "redirect:/payments/" + submitted.reference();
		}
		if (result instanceof CheckoutResult.Conflict) {
			redirect.addFlashAttribute("notice", "notice.bill-paid-elsewhere");
			return "redirect:/cart";
		}
		if (result instanceof CheckoutResult.Declined declined) {
			errors.reject(declined.messageKey());
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return this.populator.populate(this.carts.find(session), locale, model);
	}

}
