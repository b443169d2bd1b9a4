package billpay.payment.checkout;

import java.util.Locale;

import billpay.cart.Cart;
import billpay.cart.CartRepository;
import billpay.cart.Quote;
import billpay.cart.QuoteFactory;
import billpay.payment.checkout.CheckoutResult.Submitted;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Handles a submitted payment form. If its cart has a payment already, that is the
 * result; otherwise the cart is paid, provided that the customer has seen it as it is.
 * Either way the session's cart remembers the payment.
 */
@Component
class CheckoutSubmission {

	private final CartRepository carts;

	private final QuoteFactory quotes;

	private final Checkout checkout;

	CheckoutSubmission(CartRepository carts, QuoteFactory quotes, Checkout checkout) {
		this.carts = carts;
		this.quotes = quotes;
		this.checkout = checkout;
	}

	CheckoutResult submit(String customer, HttpSession session, CheckoutForm form, Errors errors, Locale locale) {
		Cart cart = this.carts.find(session);
		String id = form.cartId().orElse(cart.id());
		CheckoutResult result = this.checkout.findEarlier(customer, id)
			.orElseGet(() -> pay(customer, id, cart, form, errors, locale));
		if (result instanceof Submitted submitted) {
			this.carts.attachPayment(session, id, submitted.reference(), submitted.isApproved());
		}
		return result;
	}

	private CheckoutResult pay(String customer, String id, Cart cart, CheckoutForm form, Errors errors, Locale locale) {
		Quote quote = this.quotes.payable(cart, locale);
		if (!form.hasSeen(cart)) {
			errors.reject("checkout.cart.changed");
		}
		else if (!form.hasSeen(quote.total())) {
			errors.reject("checkout.total.changed");
		}
		return (errors.hasErrors()) ? new CheckoutResult.FormRejected()
				: this.checkout.pay(customer, id, quote, form.card());
	}

}
