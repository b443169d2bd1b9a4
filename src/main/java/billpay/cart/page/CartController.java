package billpay.cart.page;

import java.util.Locale;
import java.util.Optional;

import billpay.cart.Cart;
import billpay.cart.CartLine;
import billpay.cart.CartRepository;
import billpay.web.error.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows the cart, changes a line and removes one.
 */
@Controller
class CartController {

	private final CartRepository carts;

	private final CartLineFactory lineFactory;

	private final CartViewFactory views;

	CartController(CartRepository carts, CartLineFactory lineFactory, CartViewFactory views) {
		this.carts = carts;
		this.lineFactory = lineFactory;
		this.views = views;
	}

	@GetMapping("/cart")
	String cart(HttpSession session, Locale locale, Model model) {
		return show(this.carts.findOpen(session), null, CartItemForm.empty(), locale, model);
	}

	@PostMapping("/cart/items/{id}")
	String change(@PathVariable String id, @Valid @ModelAttribute("item") CartItemForm item, BindingResult errors,
			HttpSession session, HttpServletResponse response, Locale locale, Model model,
			RedirectAttributes redirect) {
		Cart cart = this.carts.findOpen(session);
		CartLine line = cart.line(id).orElseThrow(() -> new NotFoundException("error.no-such-line"));
		Optional<CartLine> changed = this.lineFactory.change(line, item, errors);
		if (changed.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(cart, id, item, locale, model);
		}
		this.carts.save(cart.with(id, (old) -> changed.get()), session);
		redirect.addFlashAttribute("notice", "notice.changed");
		return "redirect:/cart";
	}

	@PostMapping("/cart/items/{id}/remove")
	String remove(@PathVariable String id, HttpSession session, RedirectAttributes redirect) {
		Cart cart = this.carts.findOpen(session);
		CartLine line = cart.line(id).orElseThrow(() -> new NotFoundException("error.no-such-line"));
		this.carts.save(cart.without(line.id()), session);
		redirect.addFlashAttribute("notice", "notice.removed");
		return "redirect:/cart";
	}

	private String show(Cart cart, @Nullable String wrongLine, CartItemForm item, Locale locale, Model model) {
		model.addAttribute("item", item);
		model.addAttribute("cart", this.views.cart(cart, wrongLine, item, locale));
		model.addAttribute("maxQuantity", Cart.MAX_QUANTITY);
		return "cart/cart";
	}

}
