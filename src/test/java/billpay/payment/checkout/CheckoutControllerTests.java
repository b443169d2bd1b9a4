package billpay.payment.checkout;

import java.util.List;
import java.util.Optional;

import billpay.bill.PhoneNumber;
import billpay.cart.Cart;
import billpay.cart.CartLine;
import billpay.cart.Quote;
import billpay.cart.QuoteFactory;
import billpay.payment.Payment;
import billpay.payment.PaymentGateway;
import billpay.payment.PaymentViewFactory;
import billpay.support.CardFixture;
import billpay.support.ControllerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What {@link CheckoutController} decides.
 */
@ControllerTest(CheckoutController.class)
@Import({ TestCardsControllerAdvice.class, CheckoutModelPopulator.class, CheckoutSubmission.class,
		CheckoutFormValidator.class })
@WithMockUser("mark")
class CheckoutControllerTests {

	@Autowired
	private MockMvcTester mvc;

	private final Cart cart = new Cart("cart-1", 3,
			List.of(new CartLine.AddOnLine("line-1", new PhoneNumber("+12125550142"), "hotspot", 1)), null);

	private final Quote quote = new Quote(List.of());

	@MockitoBean
	private QuoteFactory quotes;

	@MockitoBean
	private Checkout checkout;

	@MockitoBean
	private PaymentViewFactory views;

	@MockitoBean
	private PaymentGateway gateway;

	@BeforeEach
	void aCartThatCanBePaid() {
		given(this.quotes.payable(any(), any())).willReturn(this.quote);
		given(this.views.total(this.quote)).willReturn("$5.00");
	}

	private MvcTestResult pay(Cart cart) {
		return pay(cart, "123");
	}

	private MvcTestResult pay(Cart cart, String cvc) {
		return this.mvc.post()
			.uri("/checkout")
			.with(csrf())
			.sessionAttr("cart", cart)
			.param("cardholder", "Mark")
			.param("cardNumber", "4242 4242 4242 4242")
			.param("expiry", CardFixture.EXPIRY)
			.param("cvc", cvc)
			.exchange();
	}

	@Test
	void theFormNamesTheCartAndTheTotalThatAreShown() {
		assertThat(this.mvc.get().uri("/checkout").sessionAttr("cart", this.cart)).hasStatusOk()
			.hasViewName("payment/checkout")
			.model()
			.containsEntry("revision", "cart-1.3")
			.containsEntry("total", "$5.00");
	}

	@Test
	void aCardPaysTheCartThatTheSessionRemembers() {
		given(this.checkout.pay(eq("mark"), eq("cart-1"), eq(this.quote), any()))
			.willReturn(new CheckoutResult.Submitted("BP-1", Payment.Status.APPROVED, false));
		MvcTestResult paid = pay(this.cart);
		assertThat(paid).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/payments/BP-1");
		assertThat(paid).request()
			.sessionAttributes()
			.hasEntrySatisfying("cart", (cart) -> assertThat(((Cart) cart).lines()).isEmpty());
	}

	@Test
	void aCartThatWasSubmittedBeforeLeadsToItsPaymentAndIsNotPaidAgain() {
		given(this.checkout.findEarlier("mark", "cart-1"))
			.willReturn(Optional.of(new CheckoutResult.Submitted("BP-1", Payment.Status.APPROVED, true)));
		assertThat(pay(this.cart)).hasRedirectedUrl("/payments/BP-1")
			.flash()
			.containsEntry("notice", "notice.paid-already");
		verify(this.checkout, never()).pay(any(), any(), any(), any());
	}

	@Test
	void aCartThatIsPaidByAnotherSubmissionMeanwhileIsSaidToBePaidToo() {
		given(this.checkout.pay(any(), any(), any(), any()))
			.willReturn(new CheckoutResult.Submitted("BP-1", Payment.Status.APPROVED, true));
		assertThat(pay(this.cart)).hasRedirectedUrl("/payments/BP-1")
			.flash()
			.containsEntry("notice", "notice.paid-already");
	}

	@Test
	void aWrongFieldIsShownAndNobodyIsCharged() {
		MvcTestResult refused = pay(this.cart, "");
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).hasViewName("payment/checkout");
		assertThat(refused).bodyText().contains("href=\"#cvc\"").doesNotContain("4242");
		verify(this.checkout, never()).pay(any(), any(), any(), any());
	}

	@Test
	void aDeclinedCardLosesNothing() {
		given(this.checkout.pay(any(), any(), any(), any()))
			.willReturn(new CheckoutResult.Declined(PaymentGateway.ChargeResult.INSUFFICIENT_FUNDS));
		MvcTestResult declined = pay(this.cart);
		assertThat(declined).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("You have not been charged");
		assertThat(declined).request().sessionAttributes().containsEntry("cart", this.cart);
	}

	@Test
	void conflictRedirectsToTheCart() {
		given(this.checkout.pay(any(), any(), any(), any())).willReturn(new CheckoutResult.Conflict());
		assertThat(pay(this.cart)).hasRedirectedUrl("/cart")
			.flash()
			.containsEntry("notice", "notice.bill-paid-elsewhere");
	}

}
