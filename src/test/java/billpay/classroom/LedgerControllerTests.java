package billpay.classroom;

import java.util.List;

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
