package billpay.classroom;

import java.util.List;
import java.util.Map;

import billpay.session.SessionFingerprint;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who gets to the instructor's page, and what it refuses. Nothing here does what its
 * buttons do, as the database is everybody's.
 */
@ExtendWith(OutputCaptureExtension.class)
class InstructorPageTests extends OverHttp {

	private static final List<String> FORMS = List.of("/instructor/bills", "/instructor/reset");

	private HttpBrowser chuck;

	@BeforeAll
	void theInstructor() {
		this.chuck = newBrowser();
		this.chuck.signIn("chuck", "of-the-instructor");
	}

	@Test
	void theInstructorFindsThePageInTheNavigation() {
		Page page = this.chuck.get("/instructor");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).contains("Next month", "Reset the demo");
		assertThat(page.body()).contains("<a href=\"/instructor\" aria-current=\"page\">Instructor</a>");
		assertThat(this.chuck.get("/lookup").body()).contains("<a href=\"/instructor\">Instructor</a>");
	}

	@Test
	@Tag("L1")
	void aCustomerIsToldThatItIsNotTheirsAndIsLogged(CapturedOutput output) {
		Customer customer = newCustomer();
		HttpBrowser browser = customer.browser();
		assertThat(browser.get("/lookup").body()).doesNotContain("/instructor");
		Map<String, Object> rows = everyRow();
		for (Page page : List.of(browser.get("/instructor"), browser.post("/instructor/bills", "month", "2026-12"),
				browser.post("/instructor/reset"))) {
			assertThat(page.status()).isEqualTo(403);
			assertThat(page.text()).contains("Only the instructor can use this page.");
		}
		assertThat(everyRow()).isEqualTo(rows);
		for (String request : List.of("GET /instructor", "POST /instructor/bills", "POST /instructor/reset")) {
			assertThat(output.getOut().lines())
				.filteredOn((line) -> line.endsWith("access-denied: user=" + customer.name() + " request=" + request))
				.singleElement()
				.asString()
				.contains(" WARN [request=", "session=" + SessionFingerprint.of(browser.sessionId()));
		}
	}

	@Test
	void aStrangerIsSentToTheSignInPageAndComesBack() {
		HttpBrowser stranger = newBrowser();
		assertThat(stranger.get("/instructor").location()).isEqualTo("/login?next=%2Finstructor");
		stranger.follow();
		assertThat(stranger.post("/login", "username", "chuck", "password", "of-the-instructor", "next", "/instructor")
			.location()).isEqualTo("/instructor");
		assertThat(stranger.follow().status()).isEqualTo(200);
	}

	@Test
	@Tag("C2")
	void getDoesNotIssueBills() {
		Map<String, Object> rows = everyRow();
		for (String form : FORMS) {
			for (HttpBrowser browser : List.of(this.chuck, newBrowser())) {
				Page page = browser.get(form + "?month=" + nextMonth());
				assertThat(page.status()).as(form).isEqualTo(405);
				assertThat(page.header("Allow")).as(form).isEqualTo("POST");
			}
		}
		assertThat(everyRow()).isEqualTo(rows);
	}

	@ParameterizedTest
	@Tag("I2")
	@ValueSource(strings = { "1999-12", "2999-01", "0000-01", "9999-12" })
	void aMonthThatIsNotNextIsRefusedWithASentence(String month) {
		refused(month, month + " is not the next month. No bills were issued.");
	}

	@ParameterizedTest
	@Tag("I1")
	@Tag("I2")
	@ValueSource(strings = { "", "December", "2026-13", "2026-00", "2026-1", "202-12", "-2026-12", "+12026-12",
			"999999999-12", "-999999999-01", "2026-12-01", " 2026-12", "２０２６-12", "2026-12'; drop table bill; --",
			"<script>alert(1)</script>", "{0}", "null" })
	void aMonthThatIsNoneIsRefusedWithASentence(String month) {
		refused(month, "This is not a month. No bills were issued.");
	}

	private void refused(String month, String sentence) {
		Map<String, Object> rows = everyRow();
		Page page = this.chuck.post("/instructor/bills", "month", month);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text()).contains(sentence, "Issue the bills for");
		assertThat(page.find("name=\"month\" value=\"([^\"]*)\"")).isEqualTo(nextMonth());
		assertThat(page.body()).doesNotContain("<script>");
		assertThat(everyRow()).isEqualTo(rows);
	}

	@Test
	void aLongMonthIsRefusedAndNoneOfItComesBack() {
		String much = "9".repeat(3_000);
		assertThat(this.chuck.post("/instructor/bills", "month", much).body()).doesNotContain(much.substring(0, 200));
		refused(much, "This is not a month. No bills were issued.");
	}

	@Test
	void aFormWithoutAMonthIsRefusedToo() {
		Map<String, Object> rows = everyRow();
		Page page = this.chuck.post("/instructor/bills");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text()).contains("This is not a month. No bills were issued.");
		assertThat(everyRow()).isEqualTo(rows);
	}

	private String nextMonth() {
		return this.chuck.get("/instructor").find("name=\"month\" value=\"([^\"]*)\"");
	}

}
