package billpay.payment.checkout;

import java.util.Locale;

import billpay.cart.Cart;
import billpay.cart.Quote;
import billpay.cart.QuoteFactory;
import billpay.payment.PaymentViewFactory;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Fills the model of the payment page: the lines to be paid, and for hidden fields the
 * revision of the cart and the total that the customer sees.
 */
@Component
class CheckoutModelPopulator {

	private final QuoteFactory quotes;

	private final PaymentViewFactory views;

	CheckoutModelPopulator(QuoteFactory quotes, PaymentViewFactory views) {
		this.quotes = quotes;
		this.views = views;
	}

	// Returns the name of the view.
	String populate(Cart cart, Locale locale, Model model) {
		Quote quote = this.quotes.payable(cart, locale);
		model.addAttribute("revision", cart.revision());
		model.addAttribute("lines", this.views.lines(quote, locale));
		model.addAttribute("total", this.views.total(quote));
		model.addAttribute("exactTotal", quote.total().toPlainString());
		return "payment/checkout";
	}

}
