package billpay.classroom;

import java.time.YearMonth;

import billpay.support.HttpBrowser;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The instructor at a shop without demo data, the one of
 * {@code PasswordInitializerTests}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "billpay.demo.enabled=false", "billpay.instructor.password=chosen by the operator" })
class WithoutDemoDataTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	private HttpBrowser chuck;

	@BeforeEach
	void theInstructor() {
		this.chuck = new HttpBrowser("http://localhost:" + this.port);
		this.chuck.signIn("chuck", "chosen by the operator");
	}

	@Test
	void thereIsNothingToPutBack() {
		assertThat(this.chuck.get("/instructor").text()).contains("Next month").doesNotContain("Reset the demo");
		Page page = this.chuck.post("/instructor/reset");
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.text()).contains("This shop runs without demo data, so there is nothing to reset.");
		assertThat(this.jdbc.sql("select count(*) from bill").query(Integer.class).single()).isZero();
	}

	@Test
	void withoutAnyBillTheNextMonthIsThisOne() {
		Page page = this.chuck.get("/instructor");
		assertThat(page.text()).contains("All numbers have a bill for");
		String month = page.find("name=\"month\" value=\"([^\"]*)\"");
		assertThat(month).isEqualTo(YearMonth.now().toString());
		this.chuck.post("/instructor/bills", "month", month);
		assertThat(this.chuck.arrival())
			.isEqualTo("/instructor: Every number already has a bill for that month. No bills were issued.");
	}

	@Test
	void theMonthsGoOnWithCustomersWhoHaveSignedUp() {
		YearMonth month = YearMonth.now();
		this.jdbc.sql("insert into phone_number (number, owner) values ('+12125550199', 'chuck')").update();
		for (int issued = 0; issued < 3; issued++) {
			this.chuck.post("/instructor/bills", "month", month.plusMonths(issued).toString());
			assertThat(this.chuck.arrival()).isEqualTo("/instructor: The bills have been issued.");
		}
		assertThat(this.jdbc.sql("delete from bill where number = '+12125550199'").update()).isEqualTo(3);
		this.jdbc.sql("delete from phone_number where number = '+12125550199'").update();
	}

}
