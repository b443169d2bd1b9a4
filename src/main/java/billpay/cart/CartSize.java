package billpay.cart;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * How many lines are in the cart, for the layout of every page.
 */
@ControllerAdvice
class CartSize {

	private final Carts carts;

	CartSize(Carts carts) {
		this.carts = carts;
	}

	@ModelAttribute("cartSize")
	int cartSize(HttpServletRequest request) {
		return (request.getRemoteUser() != null) ? this.carts.of(request.getSession(false)).lines().size() : 0;
	}

}
