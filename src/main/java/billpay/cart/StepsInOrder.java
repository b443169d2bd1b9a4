package billpay.cart;

import java.security.Principal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Leads whoever comes with a cart at the wrong time to where the cart is.
 */
@ControllerAdvice
class StepsInOrder {

	private static final Logger log = LoggerFactory.getLogger(StepsInOrder.class);

	@ExceptionHandler
	String toThePayment(CartBeingPaid cart) {
		return "redirect:/payments/" + cart.payment() + "?notice=being-paid";
	}

	@ExceptionHandler
	String toTheCart(CartNotPayable cart, Principal user) {
		if (!cart.isEmpty()) {
			return "redirect:/cart?notice=not-payable";
		}
		log.warn("step-skipped: user={} step=checkout", user.getName());
		return "redirect:/cart?notice=nothing-to-pay";
	}

}
