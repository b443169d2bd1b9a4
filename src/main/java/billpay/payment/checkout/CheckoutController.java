package billpay.payment.checkout;

import java.security.Principal;
import java.util.Locale;

import billpay.cart.Cart;
import billpay.cart.CartRepository;
import billpay.cart.Quote;
import billpay.cart.QuoteFactory;
import billpay.payment.Payment.Status;
import billpay.payment.PaymentViewFactory;
import billpay.payment.checkout.CheckoutResult.Submitted;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The payment page. The customer sends a card and nothing else: what to pay, the server
 * remembers; what it comes to, the database knows.
 */
@Controller
class CheckoutController {

	private final CartRepository carts;

	private final QuoteFactory quotes;

	private final CheckoutValidator checkoutRules;

	private final Checkout checkout;

	private final PaymentViewFactory views;

	CheckoutController(CartRepository carts, QuoteFactory quotes, CheckoutValidator checkoutRules, Checkout checkout,
			PaymentViewFactory views) {
		this.carts = carts;
		this.quotes = quotes;
		this.checkoutRules = checkoutRules;
		this.checkout = checkout;
		this.views = views;
	}

	@GetMapping("/checkout")
	String form(HttpSession session, Locale locale, Model model, RedirectAttributes redirect) {
		Cart cart = this.carts.open(session);
		if (cart.payment() != null) {
			redirect.addFlashAttribute("notice", "notice.paid-already");
			return "redirect:/payments/" + cart.payment();
		}
		model.addAttribute("form", CheckoutForm.empty());
		return show(cart, this.quotes.payable(cart, locale), locale, model);
	}

	@PostMapping("/checkout")
	String pay(@ModelAttribute("form") CheckoutForm form, BindingResult errors, Principal user, HttpSession session,
			HttpServletResponse response, Locale locale, Model model, RedirectAttributes redirect) {
		Cart cart = this.carts.of(session);
		String id = form.cartId().orElse(cart.id());
		Submitted earlier = this.checkout.earlier(user.getName(), id);
		if (earlier != null) {
			if (earlier.status() == Status.APPROVED) {
				redirect.addFlashAttribute("notice", "notice.paid-already");
			}
			return handOver(id, earlier, session);
		}
		Quote quote = this.quotes.payable(cart, locale);
		this.checkoutRules.check(form, cart, quote, errors);
		if (!errors.hasErrors()) {
			CheckoutResult result = this.checkout.pay(user.getName(), id, quote, form.card());
			if (result instanceof Submitted submitted) {
				return handOver(id, submitted, session);
			}
			if (result instanceof CheckoutResult.Overtaken) {
				redirect.addFlashAttribute("notice", "notice.overtaken");
				return "redirect:/cart";
			}
			errors.reject(((CheckoutResult.Declined) result).answer().messageKey());
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(cart, quote, locale, model);
	}

	private String handOver(String cartId, Submitted submitted, HttpSession session) {
		this.carts.handOver(session, cartId, submitted.reference(), submitted.status() == Status.APPROVED);
		return "redirect:/payments/" + submitted.reference();
	}

	private String show(Cart cart, Quote quote, Locale locale, Model model) {
		model.addAttribute("stamp", cart.stamp());
		model.addAttribute("lines", this.views.lines(quote, locale));
		model.addAttribute("total", this.views.total(quote));
		model.addAttribute("exactTotal", quote.total().toPlainString());
		return "payment/checkout";
	}

}
