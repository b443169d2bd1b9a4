package billpay.cart.page;

import java.util.List;
import java.util.Optional;

import billpay.bill.PhoneNumber;
import billpay.cart.Cart;
import billpay.cart.CartLine;
import billpay.support.ControllerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.validation.Errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What {@link CartController} decides.
 */
@ControllerTest(CartController.class)
@WithMockUser("mark")
class CartControllerTests {

	@Autowired
	private MockMvcTester mvc;

	private static final PhoneNumber NUMBER = new PhoneNumber("+12125550142");

	private static final CartLineView LINE = new CartLineView("line-1", "Hotspot", NUMBER.toString(), "$5.00", null,
			null, "quantity", "1", false);

	private final CartLine line = new CartLine.AddOnLine("line-1", NUMBER, "hotspot", 1);

	private final Cart cart = new Cart("cart-1", 1, List.of(this.line), null);

	@MockitoBean
	private CartLineFactory lineFactory;

	@MockitoBean
	private CartViewFactory views;

	@BeforeEach
	void aCartWithOneLine() {
		given(this.views.cart(any(), any(), any(), any())).willReturn(new CartView(List.of(LINE), "$5.00", true));
	}

	@Test
	void theCartOfTheSessionIsShown() {
		assertThat(this.mvc.get().uri("/cart").sessionAttr("cart", this.cart)).hasStatusOk()
			.hasViewName("cart/cart")
			.model()
			.containsEntry("cart", new CartView(List.of(LINE), "$5.00", true))
			.containsEntry("cartSize", 1);
		verify(this.views).cart(eq(this.cart), isNull(), eq(CartItemForm.empty()), any());
	}

	@Test
	void aChangedLineTakesTheOldOnesPlace() {
		CartLine changed = new CartLine.AddOnLine("line-1", NUMBER, "hotspot", 3);
		given(this.lineFactory.change(eq(this.line), any(), any())).willReturn(Optional.of(changed));
		MvcTestResult done = this.mvc.post()
			.uri("/cart/items/line-1")
			.with(csrf())
			.sessionAttr("cart", this.cart)
			.param("quantity", "3")
			.exchange();
		assertThat(done).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/cart");
		assertThat(done).request()
			.sessionAttributes()
			.hasEntrySatisfying("cart", (cart) -> assertThat(((Cart) cart).lines()).containsExactly(changed));
	}

	@Test
	void aChangeThatIsRefusedLeavesTheCartAsItWas() {
		willAnswer((call) -> {
			call.<Errors>getArgument(2).rejectValue("quantity", "cart.quantity.rule", new Object[] { 10 }, null);
			return Optional.empty();
		}).given(this.lineFactory).change(any(), any(), any());
		MvcTestResult refused = this.mvc.post()
			.uri("/cart/items/line-1")
			.with(csrf())
			.sessionAttr("cart", this.cart)
			.param("quantity", "99")
			.exchange();
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).hasViewName("cart/cart");
		assertThat(refused).model().extractingBindingResult("item").hasOnlyFieldErrors("quantity");
		assertThat(refused).request().sessionAttributes().containsEntry("cart", this.cart);
	}

	@Test
	void theLastLineTakesTheCartWithIt() {
		MvcTestResult done = this.mvc.post()
			.uri("/cart/items/line-1/remove")
			.with(csrf())
			.sessionAttr("cart", this.cart)
			.exchange();
		assertThat(done).hasRedirectedUrl("/cart").flash().containsEntry("notice", "notice.removed");
		assertThat(done).request().sessionAttributes().doesNotContainKey("cart");
	}

	@Test
	void aLineThatIsNotInTheCartIsNotFound() {
		for (String path : List.of("/cart/items/of-somebody-else", "/cart/items/of-somebody-else/remove")) {
			assertThat(this.mvc.post().uri(path).with(csrf()).sessionAttr("cart", this.cart))
				.hasStatus(HttpStatus.NOT_FOUND);
		}
		verifyNoInteractions(this.lineFactory);
	}

}
