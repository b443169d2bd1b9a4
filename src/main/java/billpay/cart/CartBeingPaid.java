package billpay.cart;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * A cart is asked for while a payment has it: whoever asks is led to that payment.
 */
class CartBeingPaid extends RuntimeException {

	private final String payment;

	CartBeingPaid(String payment) {
		super("The cart is in the hands of payment " + payment);
		this.payment = payment;
	}

	/**
	 * Leads to the payment.
	 */
	@ControllerAdvice
	static class ToThePayment {

		@ExceptionHandler
		String leadTo(CartBeingPaid cart) {
			return "redirect:/payments/" + cart.payment + "?notice=being-paid";
		}

	}

}
