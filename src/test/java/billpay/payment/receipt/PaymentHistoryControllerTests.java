package billpay.payment.receipt;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;

import billpay.payment.Payment;
import billpay.payment.PaymentHistoryEntry;
import billpay.payment.PaymentRepository;
import billpay.payment.PaymentViewFactory;
import billpay.support.ControllerTest;
import billpay.web.Paging;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * What {@link PaymentHistoryController} decides.
 */
@ControllerTest(PaymentHistoryController.class)
@WithMockUser("mark")
class PaymentHistoryControllerTests {

	@Autowired
	private MockMvcTester mvc;

	private static final Payment PAYMENT = new Payment("BP-1", "mark", "cart-1", Payment.Status.APPROVED,
			new BigDecimal("5.00"), "USD", "Visa", "4242", OffsetDateTime.now());

	private static final PaymentHistoryEntry ENTRY = new PaymentHistoryEntry("BP-1", "today", "$5.00", false);

	@MockitoBean
	private PaymentRepository payments;

	@MockitoBean
	private PaymentViewFactory views;

	@BeforeEach
	void anEntryForEachPayment() {
		given(this.views.historyEntry(PAYMENT)).willReturn(ENTRY);
	}

	@Test
	void theFirstPageHasTheCustomersLatestPayments() {
		given(this.payments.findByCustomer("mark", 0, 21)).willReturn(List.of(PAYMENT));
		assertThat(this.mvc.get().uri("/payments")).hasStatusOk()
			.hasViewName("payment/history")
			.model()
			.containsEntry("payments", List.of(ENTRY))
			.containsEntry("paging", new Paging("/payments", 1, false));
	}

	@Test
	void aPageHasTwentyPaymentsAndSaysWhetherThereAreMore() {
		given(this.payments.findByCustomer("mark", 20, 21)).willReturn(Collections.nCopies(21, PAYMENT));
		assertThat(this.mvc.get().uri("/payments").param("page", "2")).model()
			.containsEntry("payments", Collections.nCopies(20, ENTRY))
			.containsEntry("paging", new Paging("/payments", 2, true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "2", "100001" })
	void aPageThatThereIsNotIsNotFound(String page) {
		assertThat(this.mvc.get().uri("/payments").param("page", page)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void aPageThatIsNoNumberIsABadRequest() {
		assertThat(this.mvc.get().uri("/payments").param("page", "two")).hasStatus(HttpStatus.BAD_REQUEST);
	}

}
