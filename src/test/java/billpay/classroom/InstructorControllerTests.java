package billpay.classroom;

import java.time.YearMonth;
import java.util.OptionalInt;

import billpay.bill.BillRun;
import billpay.demo.DemoResetter;
import billpay.support.ControllerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What {@link InstructorController} and {@link DemoResetController} decide.
 */
@ControllerTest({ InstructorController.class, DemoResetController.class })
@WithMockUser(username = "chuck", roles = "INSTRUCTOR")
class InstructorControllerTests {

	@Autowired
	private MockMvcTester mvc;

	private static final YearMonth NEXT = YearMonth.of(2026, 12);

	@MockitoBean
	private BillRun bills;

	@MockitoBean
	private DemoResetter demo;

	@BeforeEach
	void theMonthThatIsNext() {
		given(this.bills.nextMonth()).willReturn(NEXT);
	}

	private MvcTestResult issue(String month) {
		return this.mvc.post().uri("/instructor/bills").with(csrf()).param("month", month).exchange();
	}

	@Test
	void thePageOffersTheNextMonth() {
		assertThat(this.mvc.get().uri("/instructor")).hasStatusOk()
			.hasViewName("classroom/instructor")
			.model()
			.containsEntry("next", NEXT)
			.containsEntry("nextMonth", "December 2026")
			.containsEntry("demo", true);
	}

	@Test
	@WithMockUser("mark")
	void aCustomerIsNotLetIn() {
		assertThat(this.mvc.get().uri("/instructor")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.post().uri("/instructor/reset").with(csrf())).hasStatus(HttpStatus.FORBIDDEN);
		verifyNoInteractions(this.demo);
	}

	@Test
	void theBillsOfTheNextMonthAreIssued() {
		given(this.bills.issue(NEXT)).willReturn(OptionalInt.of(30));
		assertThat(issue("2026-12")).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/instructor")
			.flash()
			.containsEntry("notice", "notice.bills-issued");
	}

	@Test
	void issuingTheSameMonthAgainIssuesNoBillAndSaysSo() {
		given(this.bills.issue(NEXT)).willReturn(OptionalInt.of(0));
		assertThat(issue("2026-12")).flash().containsEntry("notice", "notice.no-bill-issued");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2027-06", "2026-13", "soon", "" })
	void anyOtherMonthIsRefused(String month) {
		given(this.bills.issue(any())).willReturn(OptionalInt.empty());
		assertThat(issue(month)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.hasViewName("classroom/instructor")
			.bodyText()
			.contains("No bills were issued.");
	}

	@Test
	void theDemoDataAreReset() {
		given(this.demo.reset()).willReturn(true);
		assertThat(this.mvc.post().uri("/instructor/reset").with(csrf())).hasRedirectedUrl("/instructor")
			.flash()
			.containsEntry("notice", "notice.demo-reset");
	}

	@Test
	void aResetThatAPaymentPreventsAsksToTryAgain() {
		given(this.demo.reset()).willReturn(false);
		assertThat(this.mvc.post().uri("/instructor/reset").with(csrf())).hasRedirectedUrl("/instructor")
			.flash()
			.containsEntry("notice", "notice.try-again");
	}

}
