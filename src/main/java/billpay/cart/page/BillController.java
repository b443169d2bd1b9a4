package billpay.cart.page;

import java.util.Locale;
import java.util.Optional;

import billpay.bill.PhoneNumber;
import billpay.bill.RememberedNumberRepository;
import billpay.cart.Cart;
import billpay.cart.CartLine;
import billpay.cart.CartRepository;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page after the lookup. Its request carries no number: the page shows the bills of
 * the number in the session, and a form on it adds to the cart.
 */
@Controller
class BillController {

	private final RememberedNumberRepository numbers;

	private final CartRepository carts;

	private final CartLineFactory lineFactory;

	private final CartViewFactory views;

	BillController(RememberedNumberRepository numbers, CartRepository carts, CartLineFactory lineFactory,
			CartViewFactory views) {
		this.numbers = numbers;
		this.carts = carts;
		this.lineFactory = lineFactory;
		this.views = views;
	}

	@GetMapping("/bill")
	String bill(HttpSession session, Locale locale, Model model) {
		CartItemForm item = CartItemForm.empty();
		return show(this.numbers.findRequired(session, "bill"), item, new BeanPropertyBindingResult(item, "item"),
				session, locale, model);
	}

	@PostMapping("/cart/items")
	String add(@Valid @ModelAttribute("item") CartItemForm item, BindingResult errors, HttpSession session,
			Locale locale, HttpServletResponse response, Model model, RedirectAttributes redirect) {
		PhoneNumber number = this.numbers.findRequired(session, "cart");
		Cart cart = this.carts.findOpen(session);
		Optional<CartLine> line = this.lineFactory.create(item, number, cart, errors);
		if (line.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(number, item, errors, session, locale, model);
		}
		this.carts.save(cart.with(line.get()), session);
		redirect.addFlashAttribute("notice", "notice.added");
		return "redirect:/cart";
	}

	private String show(PhoneNumber number, CartItemForm item, BindingResult errors, HttpSession session, Locale locale,
			Model model) {
		model.addAttribute("item", item);
		model.addAttribute("number", number.toString());
		model.addAttribute("shownNumber", number.e164());
		model.addAttribute("bills", this.views.bills(number, this.carts.find(session), item, errors));
		model.addAttribute("addOns", this.views.addOns(locale, item, errors));
		model.addAttribute("maxQuantity", Cart.MAX_QUANTITY);
		return "cart/bill";
	}

}
