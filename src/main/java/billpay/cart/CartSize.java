package billpay.cart;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * How many lines are in the cart, for the layout of every page.
 */
@ControllerAdvice
class CartSize {

	@ModelAttribute("cartSize")
	int cartSize(HttpServletRequest request) {
		return (request.getRemoteUser() != null) ? Cart.in(request.getSession(false)).lines().size() : 0;
	}

}
