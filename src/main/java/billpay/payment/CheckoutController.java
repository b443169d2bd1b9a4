package billpay.payment;

import java.security.Principal;
import java.util.Locale;

import billpay.cart.Cart;
import billpay.cart.Quote;
import billpay.cart.Quotes;
import billpay.payment.Checkout.Result;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The payment page. The customer sends a card and nothing else: what to pay, the server
 * remembers; what it comes to, the database knows.
 */
@Controller
class CheckoutController {

	private static final Logger log = LoggerFactory.getLogger(CheckoutController.class);

	private static final String PAGE = "payment/checkout";

	private final Quotes quotes;

	private final CardRules cardRules;

	private final Checkout checkout;

	CheckoutController(Quotes quotes, CardRules cardRules, Checkout checkout) {
		this.quotes = quotes;
		this.cardRules = cardRules;
		this.checkout = checkout;
	}

	@ModelAttribute("quote")
	Quote quote(HttpSession session, Locale locale) {
		return this.quotes.of(Cart.in(session), locale);
	}

	@GetMapping("/checkout")
	String form(@ModelAttribute("form") CheckoutForm form, @ModelAttribute(name = "quote", binding = false) Quote quote,
			Principal user) {
		return (quote.isPayable()) ? PAGE : backToCart(quote, user);
	}

	@PostMapping("/checkout")
	String pay(@ModelAttribute("form") CheckoutForm form, BindingResult errors,
			@ModelAttribute(name = "quote", binding = false) Quote quote, Principal user, HttpSession session,
			HttpServletResponse response) {
		if (!quote.isPayable()) {
			return backToCart(quote, user);
		}
		this.cardRules.check(form, errors);
		if (!form.hasSeen(quote.total())) {
			errors.reject("checkout.total.changed");
		}
		if (!errors.hasErrors()) {
			Result result = this.checkout.pay(user.getName(), quote, form.card());
			if (result instanceof Result.Paid paid) {
				session.removeAttribute(Cart.ATTRIBUTE);
				return "redirect:/payments/" + paid.reference();
			}
			if (result instanceof Result.Overtaken) {
				return "redirect:/cart?notice=overtaken";
			}
			errors.reject(((Result.Declined) result).answer().messageKey());
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return PAGE;
	}

	private static String backToCart(Quote quote, Principal user) {
		log.warn("step-skipped: user={} step=checkout lines={}", user.getName(), quote.lines().size());
		return "redirect:/cart?notice=" + ((quote.lines().isEmpty()) ? "nothing-to-pay" : "not-payable");
	}

}
