package billpay.classroom;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import billpay.ledger.LedgerEntry;
import billpay.ledger.LedgerReport;
import billpay.ledger.LedgerReport.Finding;
import billpay.ledger.LedgerReport.Findings;
import billpay.payment.Payment;
import billpay.payment.PaymentGateway.Charge;
import billpay.support.ControllerTest;
import billpay.web.Paging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
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
	void theInstructorSeesBothLedgersEntryByEntry() {
		Payment payment = new Payment("BP-1", "mark", "cart", Payment.Status.APPROVED, new BigDecimal("42.50"), "USD",
				"Visa", "4242", OffsetDateTime.now());
		LedgerEntry paid = new LedgerEntry("BP-1", payment, payment.charge(), 1);
		LedgerEntry stray = new LedgerEntry("stray", null, new Charge("stray", new BigDecimal("5.00"), "USD"), 1);
		given(this.report.create()).willReturn(
				findings(Stream.of(List.of(stray), Collections.nCopies(20, paid)).flatMap(List::stream).toList()));
		LedgerRow row = new LedgerRow("BP-1", "$42.50", "approved", "$42.50", true);
		assertThat(this.mvc.get().uri("/instructor/ledger")).hasStatusOk()
			.model()
			.containsEntry("paging", new Paging("/instructor/ledger", 1, true))
			.extractingByKey("rows", as(list(LedgerRow.class)))
			.hasSize(20)
			.startsWith(new LedgerRow("stray", null, null, "$5.00", false), row);
		assertThat(this.mvc.get().uri("/instructor/ledger?page=2")).model()
			.containsEntry("rows", List.of(row))
			.containsEntry("paging", new Paging("/instructor/ledger", 2, false));
	}

	private static Findings findings(List<LedgerEntry> entries) {
		return new Findings(2, 1, 0, 2, List.of(), entries);
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 2, Integer.MAX_VALUE, Integer.MIN_VALUE })
	void aPageThatDoesNotExistIsNotFound(int page) {
		given(this.report.create()).willReturn(findings(List.of()));
		assertThat(this.mvc.get().uri("/instructor/ledger?page={page}", page)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void theInstructorSeesTheReport() {
		given(this.report.create()).willReturn(findings(List.of()));
		assertThat(this.mvc.get().uri("/instructor/ledger")).hasStatusOk()
			.hasViewName("classroom/ledger")
			.model()
			.containsEntry("clean", true)
			.containsEntry("summary",
					"The two ledgers agree. Payments approved: 2, declined: 1, being confirmed: 0. Charges: 2.")
			.containsEntry("rules", rules())
			.containsEntry("rows", List.of());
	}

	@Test
	void aRowThatBreaksARuleIsListedUnderIt() {
		Finding finding = new Finding(2, "cart-charged-twice", "cart-1", "BP-1, BP-2");
		given(this.report.create()).willReturn(new Findings(2, 1, 0, 2, List.of(finding), List.of()));
		String sentence = "Cart cart-1 was charged more than once: BP-1, BP-2.";
		MvcTestResult page = this.mvc.get().uri("/instructor/ledger").exchange();
		assertThat(page).model().containsEntry("clean", false).containsEntry("rules", rules(sentence));
		assertThat(page).bodyText().contains("One row breaks a rule.", ">" + sentence + "<");
	}

	private static List<LedgerRule> rules(String... violationsOfTheSecond) {
		return List.of(new LedgerRule(1, List.of()), new LedgerRule(2, List.of(violationsOfTheSecond)),
				new LedgerRule(3, List.of()));
	}

	@Test
	@WithMockUser("mark")
	void aCustomerDoesNot() {
		assertThat(this.mvc.get().uri("/instructor/ledger")).hasStatus(HttpStatus.FORBIDDEN);
		verifyNoInteractions(this.report);
	}

}
