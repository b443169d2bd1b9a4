package billpay.payment.checkout;

import java.util.Locale;

import billpay.cart.Cart;
import billpay.cart.Quote;
import billpay.cart.QuoteFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Handles a submitted payment form. If its cart has a payment already, that is the
 * result; otherwise the cart is paid, provided that the customer has seen it as it is.
 */
@Component
class CheckoutSubmission {

	private final QuoteFactory quotes;

	private final Checkout checkout;

	CheckoutSubmission(QuoteFactory quotes, Checkout checkout) {
		this.quotes = quotes;
		this.checkout = checkout;
	}

	CheckoutResult.@Nullable Submitted findEarlier(String customer, Cart cart, CheckoutForm form) {
		return this.checkout.findEarlier(customer, idOf(cart, form));
	}

	// Returns null when there are errors, such as why the gateway declined.
	@Nullable CheckoutResult submit(String customer, Cart cart, CheckoutForm form, Errors errors, Locale locale) {
		Quote quote = this.quotes.payable(cart, locale);
		if (!form.hasSeen(cart)) {
			errors.reject("checkout.cart.changed");
		}
		else if (!form.hasSeen(quote.total())) {
			errors.reject("checkout.total.changed");
		}
		if (errors.hasErrors()) {
			return null;
		}
		CheckoutResult result = this.checkout.pay(customer, idOf(cart, form), quote, form.card());
		if (result instanceof CheckoutResult.Declined declined) {
			errors.reject(declined.result().messageKey());
		}
		return (errors.hasErrors()) ? null : result;
	}

	private static String idOf(Cart cart, CheckoutForm form) {
		return form.cartId().orElse(cart.id());
	}

}
