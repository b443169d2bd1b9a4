package billpay.cart.page;

import billpay.availability.StoreUnavailableException;
import billpay.availability.StoreUnavailableException.Store;
import billpay.cart.Cart;
import billpay.cart.CartRepository;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Adds the number of open lines in the cart to every page. When the database is
 * unavailable, it is the number in the session, because pages that need no database must
 * not fail.
 */
@ControllerAdvice
class CartSizeControllerAdvice {

	private final CartRepository carts;

	CartSizeControllerAdvice(CartRepository carts) {
		this.carts = carts;
	}

	@ModelAttribute("cartSize")
	int cartSize(HttpServletRequest request) {
		return (request.getRemoteUser() != null) ? cart(request).openLines().size() : 0;
	}

	private Cart cart(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (StoreUnavailableException.affects(Store.DATABASE, request)) {
			return this.carts.findStored(session);
		}
		try {
			return this.carts.find(session);
		}
		catch (RuntimeException ex) {
			if (StoreUnavailableException.findIn(ex) == null) {
				throw ex;
			}
			return this.carts.findStored(session);
		}
	}

}
