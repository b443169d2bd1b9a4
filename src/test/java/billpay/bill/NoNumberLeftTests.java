package billpay.bill;

import billpay.support.HttpBrowser;
import billpay.support.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signing up when every number is somebody's.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "billpay.bill.area-codes=202")
class NoNumberLeftTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void isToldInASentenceAndLeavesNoHalfMadeCustomer() {
		this.jdbc.sql("alter sequence fresh_number restart with 99").update();
		new HttpBrowser("http://localhost:" + this.port).signUp("the-last");

		HttpBrowser late = new HttpBrowser("http://localhost:" + this.port);
		late.get("/signup");
		Page page = late.post("/signup", "username", "too-late", "password", "secret of too-late");
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.text()).contains("All our numbers are taken, so new customers cannot sign up at the moment.");
		assertThat(this.jdbc.sql("select count(*) from account where name = 'too-late'").query(Integer.class).single())
			.isZero();
	}

}
