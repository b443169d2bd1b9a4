package billpay.payment.checkout;

import java.util.Locale;

import billpay.cart.Cart;
import billpay.cart.Quote;
import billpay.cart.QuoteFactory;
import billpay.payment.PaymentViewFactory;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the payment page shows beside its form: what is paid, and in hidden fields which
 * state of the cart and which total the customer sees.
 */
@Component
class CheckoutPageRenderer {

	private final QuoteFactory quotes;

	private final PaymentViewFactory views;

	CheckoutPageRenderer(QuoteFactory quotes, PaymentViewFactory views) {
		this.quotes = quotes;
		this.views = views;
	}

	String show(Cart cart, Locale locale, Model model) {
		Quote quote = this.quotes.payable(cart, locale);
		model.addAttribute("revision", cart.revision());
		model.addAttribute("lines", this.views.lines(quote, locale));
		model.addAttribute("total", this.views.total(quote));
		model.addAttribute("exactTotal", quote.total().toPlainString());
		return "payment/checkout";
	}

}
