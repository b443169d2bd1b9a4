package billpay;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Every kind of write when no connection is left of those that created the tables. The
 * pool renews each connection after half an hour; here all are renewed at once.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.application.name=renewed-connections")
@Tag("R10")
@Tag("ledger")
class RenewedConnectionsTests extends OverHttp {

	private static final String RESPONSE_LOST = "4000 0000 0000 5043";

	@Autowired
	private DataSource database;

	private HttpBrowser instructor;

	@BeforeAll
	void renewAllConnections() throws Exception {
		HikariDataSource pool = this.database.unwrap(HikariDataSource.class);
		// In use are those that do something in the background just now.
		await().atMost(Duration.ofSeconds(30)).until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
		pool.getHikariPoolMXBean().softEvictConnections();
		this.instructor = newBrowser();
		this.instructor.signIn("chuck", "of-the-instructor");
	}

	@Test
	void aCustomerSignsUpAndPays() {
		Customer customer = newCustomer();
		customer.browser().fillCart(customer.number());

		String receipt = customer.browser().pay(GOOD_CARD).location();

		assertThat(customer.browser().get(receipt).text()).contains("$42.50", customer.name());
	}

	@Test
	void aPaymentWithoutAnAnswerIsSettled() {
		Customer customer = newCustomer();
		customer.browser().fillCart(customer.number());

		String payment = customer.browser().pay(RESPONSE_LOST).location();

		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(customer.browser().get(payment).text()).contains("Receipt"));
	}

	@Test
	void theNextMonthsBillsAreIssued() {
		Customer customer = newCustomer();
		String month = this.instructor.get("/instructor").value("month");

		assertThat(this.instructor.post("/instructor/bills", "month", month).status()).isEqualTo(303);

		customer.browser().post("/lookup", "phoneNumber", customer.number());
		assertThat(customer.browser().get("/bill").body()).contains("name=\"billId\"");
		assertThat(billsOf(customer)).isEqualTo(2);
	}

	@Test
	void theDemoBeginsAnew() {
		assertThat(this.instructor.post("/instructor/reset").status()).isEqualTo(303);

		HttpBrowser mark = newBrowser();
		mark.signIn("mark", "pay-my-bill");
		mark.fillCart("+1 212-555-0142");
		assertThat(mark.pay(GOOD_CARD).location()).startsWith("/payments/");
	}

	@Test
	void aLedgerOfAnOlderVersionKeepsWhatItHoldsAndItsRules(@TempDir Path folder) throws SQLException {
		DataSource ledger = emptyLedger(folder);
		Flyway.configure().dataSource(ledger).target("4").load().migrate();
		JdbcClient jdbc = JdbcClient.create(ledger);
		for (String role : List.of("CUSTOMER", "INSTRUCTOR")) {
			jdbc.sql("insert into account (name, role, created_at) values (lower(?), ?, current_timestamp)")
				.params(role, role)
				.update();
		}
		for (String status : List.of("PENDING", "APPROVED", "DECLINED")) {
			insertPayment(jdbc, "old " + status, status);
		}
		// Keeps H2's database open while the connection that migrates it is closed.
		try (Connection open = ledger.getConnection()) {
			assertThat(open.isValid(1)).isTrue();
			Flyway.configure().dataSource(ledger).load().migrate();

			assertThat(jdbc.sql("select name from account where role = upper(name)").query(String.class).list())
				.containsExactlyInAnyOrder("customer", "instructor");
			assertThat(jdbc.sql("select reference from payment where reference = concat('old ', status)")
				.query(String.class)
				.list()).hasSize(3);
			insertPayment(jdbc, "new", "PENDING");
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> insertPayment(jdbc, "wrong", "X"));
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> jdbc.sql("update account set role = 'X'").update());
		}
	}

	private static void insertPayment(JdbcClient jdbc, String reference, String status) {
		jdbc.sql("""
				insert into payment (reference, customer, status, total, currency, brand, last_four, created_at)
				values (?, 'customer', ?, 1.00, 'USD', 'Visa', '4242', current_timestamp)
				""").params(reference, status).update();
	}

	/**
	 * A database beside the shop's and of the same kind.
	 * @param folder where H2 keeps it
	 * @return a way to it that connects anew for each statement
	 */
	private DataSource emptyLedger(Path folder) throws SQLException {
		HikariDataSource pool = this.database.unwrap(HikariDataSource.class);
		String url = pool.getJdbcUrl();
		if (url.startsWith("jdbc:h2:")) {
			url = "jdbc:h2:file:" + folder.resolve("ledger") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
		}
		else {
			database().sql("create database older").update();
			url = url.replaceFirst("[^/]+$", "older");
		}
		return new DriverManagerDataSource(url, pool.getUsername(), pool.getPassword());
	}

	private int billsOf(Customer customer) {
		return database()
			.sql("select count(*) from bill b join phone_number p on p.number = b.number where p.owner = ?")
			.param(customer.name())
			.query(Integer.class)
			.single();
	}

}
