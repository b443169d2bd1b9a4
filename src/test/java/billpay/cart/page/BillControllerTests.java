package billpay.cart.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import billpay.bill.PhoneNumber;
import billpay.cart.Cart;
import billpay.cart.CartLine;
import billpay.cart.PaymentOutcomeProvider;
import billpay.support.ControllerTest;
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
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What {@link BillController} decides.
 */
@ControllerTest(BillController.class)
@WithMockUser("mark")
class BillControllerTests {

	private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

	@Autowired
	private MockMvcTester mvc;

	private static final PhoneNumber NUMBER = new PhoneNumber("+12125550142");

	@Autowired
	private PaymentOutcomeProvider outcomes;

	@MockitoBean
	private CartLineFactory lineFactory;

	@MockitoBean
	private CartViewFactory views;

	@Test
	void theBillsAreThoseOfTheNumberThatTheSessionRemembers() {
		BillView bill = new BillView("7", "November 2026", "$42.50", "30 Nov 2026", false, true, false, "$42.50", null,
				null, null);
		given(this.views.bills(eq(NUMBER), any(), any(), any())).willReturn(List.of(bill));
		assertThat(this.mvc.get().uri("/bill").sessionAttr("phoneNumber", NUMBER)).hasStatusOk()
			.hasViewName("cart/bill")
			.model()
			.containsEntry("number", "+1 212-555-0142")
			.containsEntry("bills", List.of(bill));
	}

	@Test
	void withoutANumberEverythingBeginsAtTheLookup() {
		assertThat(this.mvc.get().uri("/bill")).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/lookup")
			.flash()
			.containsEntry("notice", "notice.no-number");
		assertThat(this.mvc.post().uri("/cart/items").with(csrf()).param("billId", "7")).hasRedirectedUrl("/lookup");
		verifyNoInteractions(this.lineFactory);
	}

	@Test
	void addedItemIsInTheCartOfTheSession() {
		CartLine line = new CartLine.BillLine("line-1", NUMBER, 7, JULY, null);
		given(this.lineFactory.create(any(), eq(NUMBER), any(), any())).willReturn(Optional.of(line));
		MvcTestResult added = this.mvc.post()
			.uri("/cart/items")
			.with(csrf())
			.sessionAttr("phoneNumber", NUMBER)
			.param("billId", "7")
			.exchange();
		assertThat(added).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/cart");
		assertThat(added).request()
			.sessionAttributes()
			.hasEntrySatisfying("cart", (cart) -> assertThat(((Cart) cart).lines()).containsExactly(line));
	}

	@Test
	void invalidItemIsAnErrorOnThePageAndNotInTheCart() {
		willAnswer((call) -> {
			call.<Errors>getArgument(3).reject("bill.problem.PAID");
			return Optional.empty();
		}).given(this.lineFactory).create(any(), any(), any(), any());
		MvcTestResult refused = this.mvc.post()
			.uri("/cart/items")
			.with(csrf())
			.sessionAttr("phoneNumber", NUMBER)
			.param("billId", "7")
			.exchange();
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).hasViewName("cart/bill");
		assertThat(refused).bodyText().contains("This bill has already been paid, so it was not added to your cart.");
		assertThat(refused).request().sessionAttributes().doesNotContainKey("cart");
	}

	@Test
	void aCartThatIsBeingPaidIsLeftAlone() {
		Cart cart = new Cart("cart-1", 1, List.of(new CartLine.BillLine("line-1", NUMBER, 7, JULY, null)), "BP-1");
		given(this.outcomes.outcomeOf("BP-1")).willReturn(PaymentOutcomeProvider.Outcome.UNKNOWN);
		assertThat(this.mvc.post()
			.uri("/cart/items")
			.with(csrf())
			.sessionAttr("phoneNumber", NUMBER)
			.sessionAttr("cart", cart)
			.param("billId", "8")).hasRedirectedUrl("/payments/BP-1");
		verifyNoInteractions(this.lineFactory);
	}

}
