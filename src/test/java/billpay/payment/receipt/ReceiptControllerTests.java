package billpay.payment.receipt;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import billpay.payment.Payment;
import billpay.payment.PaymentRepository;
import billpay.payment.PaymentViewFactory;
import billpay.payment.ReceiptView;
import billpay.support.ControllerTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;

/**
 * What {@link ReceiptController} decides.
 */
@ControllerTest(ReceiptController.class)
@Import(ReloadInterval.class)
@WithMockUser("mark")
class ReceiptControllerTests {

	@Autowired
	private MockMvcTester mvc;

	private static final ReceiptView VIEW = new ReceiptView("BP-1", "24 Nov 2026", "mark", "Visa", "4242", List.of(),
			"$5.00");

	@MockitoBean
	private PaymentRepository payments;

	@MockitoBean
	private PaymentViewFactory views;

	private void thereIs(String reference, Payment.Status status, OffsetDateTime createdAt) {
		Payment payment = new Payment(reference, "mark", "cart-1", status, new BigDecimal("5.00"), "USD", "Visa",
				"4242", createdAt);
		given(this.payments.findByReferenceAndCustomer(reference, "mark")).willReturn(Optional.of(payment));
		given(this.views.receipt(eq(payment), any())).willReturn(VIEW);
	}

	@Test
	void anApprovedPaymentHasAReceipt() {
		thereIs("BP-1", Payment.Status.APPROVED, OffsetDateTime.now());
		assertThat(this.mvc.get().uri("/payments/BP-1")).hasStatusOk()
			.hasViewName("payment/receipt")
			.model()
			.containsEntry("receipt", VIEW);
	}

	@Test
	void aReceiptOfSomebodyElseIsNotFound() {
		assertThat(this.mvc.get().uri("/payments/BP-2")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void whileAPaymentIsBeingConfirmedItsPageLoadsAgainByItself() {
		thereIs("BP-1", Payment.Status.PENDING, OffsetDateTime.now());
		assertThat(this.mvc.get().uri("/payments/BP-1")).hasStatusOk()
			.hasViewName("payment/confirming")
			.hasHeader("Refresh", "2; url=/payments/BP-1");
	}

	@Test
	void aPageThatIsForgottenInATabDoesNotKeepItsSessionAlive() {
		thereIs("BP-1", Payment.Status.PENDING, OffsetDateTime.now().minusMinutes(11));
		assertThat(this.mvc.get().uri("/payments/BP-1")).hasViewName("payment/confirming")
			.doesNotContainHeader("Refresh");
	}

	@Test
	void aDeclinedPaymentLeadsBackToTheCart() {
		thereIs("BP-1", Payment.Status.DECLINED, OffsetDateTime.now());
		given(this.payments.findByCart("cart-1", "mark")).willReturn(Optional.empty());
		assertThat(this.mvc.get().uri("/payments/BP-1")).hasRedirectedUrl("/cart")
			.flash()
			.containsEntry("notice", "notice.not-charged");
	}

	@Test
	void aDeclinedPaymentLeadsToTheOneThatPaidItsCartAfterAll() {
		thereIs("BP-1", Payment.Status.DECLINED, OffsetDateTime.now());
		thereIs("BP-2", Payment.Status.APPROVED, OffsetDateTime.now());
		Optional<Payment> next = this.payments.findByReferenceAndCustomer("BP-2", "mark");
		given(this.payments.findByCart("cart-1", "mark")).willReturn(next);
		assertThat(this.mvc.get().uri("/payments/BP-1")).hasRedirectedUrl("/payments/BP-2");
	}

}
