package billpay.classroom;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

import billpay.payment.Payment;
import billpay.payment.PaymentGateway.Charge;
import billpay.payment.audit.LedgerComparison;
import billpay.payment.audit.LedgerComparison.Entry;
import billpay.payment.audit.LedgerReport;
import billpay.support.ControllerTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verifyNoInteractions;

/**
 * What {@link LedgerController} decides.
 */
@ControllerTest(LedgerController.class)
@WithMockUser(username = "chuck", roles = "INSTRUCTOR")
class LedgerControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private LedgerReport report;

	@MockitoBean
	private LedgerComparison comparison;

	@Test
	void theInstructorSeesBothLedgersEntryByEntry() {
		given(this.report.create()).willReturn(new LedgerReport.Findings(1, 0, 0, 2, List.of()));
		Payment payment = new Payment("BP-1", "mark", "cart", Payment.Status.APPROVED, new BigDecimal("42.50"), "USD",
				"Visa", "4242", OffsetDateTime.now());
		given(this.comparison.find(20, 21))
			.willReturn(List.of(new Entry("stray", null, new Charge("stray", new BigDecimal("5.00"), "USD"), 1),
					new Entry("BP-1", payment, payment.charge(), 1)));
		assertThat(this.mvc.get().uri("/instructor/ledger?page=2")).hasStatusOk()
			.model()
			.containsEntry("rows",
					List.of(new LedgerRow("stray", null, null, "$5.00", false),
							new LedgerRow("BP-1", "$42.50", "approved", "$42.50", true)))
			.containsEntry("hasMore", false);
	}

	@Test
	void aPageThatDoesNotExistIsNotFound() {
		assertThat(this.mvc.get().uri("/instructor/ledger?page=2")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/instructor/ledger?page=0")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void theInstructorSeesTheReport() {
		LedgerReport.Findings findings = new LedgerReport.Findings(2, 1, 0, 2, List.of());
		given(this.report.create()).willReturn(findings);
		assertThat(this.mvc.get().uri("/instructor/ledger")).hasStatusOk()
			.hasViewName("classroom/ledger")
			.model()
			.containsEntry("findings", findings);
	}

	@Test
	@WithMockUser("mark")
	void aCustomerDoesNot() {
		assertThat(this.mvc.get().uri("/instructor/ledger")).hasStatus(HttpStatus.FORBIDDEN);
		verifyNoInteractions(this.report);
	}

}
