package billpay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import billpay.support.ConcurrentTasks;
import billpay.support.HttpBrowser;
import billpay.support.PostgreSql;
import billpay.support.StartOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Starting, and checking the ledger, with PostgreSQL: when it is there, when it is not,
 * and when two do so at once.
 */
@ExtendWith(OutputCaptureExtension.class)
class PostgreSqlStartTests {

	private static final PostgreSql server = PostgreSql.shared();

	@BeforeAll
	static void aUserWithAPasswordAndOneWhoOwnsNothing() throws IOException {
		JdbcClient postgres = server.jdbc(PostgreSql.USER);
		postgres.sql("create role locked login password 'right'").update();
		postgres.sql("create role guest login").update();
		Path access = server.folder().resolve("pg_hba.conf");
		Files.writeString(access, "host all locked all scram-sha-256\n" + Files.readString(access));
		postgres.sql("select pg_reload_conf()").query(Boolean.class).single();
	}

	@AfterAll
	static void reset() {
		server.jdbc(PostgreSql.USER).sql("drop role locked").update();
		server.jdbc(PostgreSql.USER).sql("drop role guest").update();
	}

	private static String[] with(String url, String user, String... more) {
		return Stream.concat(Stream.of("--spring.profiles.active=postgresql", "--spring.datasource.url=" + url,
				"--spring.datasource.username=" + user, "--server.port=0"), Stream.of(more))
			.toArray(String[]::new);
	}

	private static void assertThatItDoesNotStart(CapturedOutput output, String sentence, String... arguments) {
		assertThatException().isThrownBy(() -> SpringApplication.run(BillPayApplication.class, arguments));
		assertThat(StartOutput.of(output)).contains("BillPay did not start. " + sentence)
			.doesNotContain("\tat ")
			.doesNotContain("Exception");
	}

	@Test
	@Tag("R4")
	void aServerThatIsNotThereGetsOneClearSentence(CapturedOutput output) throws IOException {
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
			port = free.getLocalPort();
		}
		String[] arguments = with("jdbc:postgresql://localhost:" + port + "/billpay", "billpay");
		assertThatItDoesNotStart(output, "The ledger's PostgreSQL server does not answer.", arguments);
		assertThatException().isThrownBy(() -> BillPayApplication.checkLedger(arguments));
		assertThat(StartOutput.of(output).split("BillPay did not start. The ledger's", -1)).hasSize(3);
		assertThat(StartOutput.of(output)).doesNotContain("\tat ").doesNotContain("Exception");
	}

	@Test
	void aWrongPasswordGetsOneClearSentence(CapturedOutput output) {
		assertThatItDoesNotStart(output, "The ledger's PostgreSQL server refuses the user or the password.",
				with(server.newDatabase(), "locked", "--spring.datasource.password=wrong"));
		assertThat(output).doesNotContain("wrong\"");
	}

	@Test
	void aDatabaseThatIsNotThereGetsOneClearSentence(CapturedOutput output) {
		assertThatItDoesNotStart(output, "The ledger's PostgreSQL server has no such database.",
				with(server.url("nowhere"), PostgreSql.USER));
	}

	@Test
	void aUserWhoMayNotMakeTablesGetsOneClearSentence(CapturedOutput output) {
		String url = server.newDatabase();
		server.jdbc(nameOf(url)).sql("revoke create on schema public from public").update();
		assertThatItDoesNotStart(output, "The ledger's PostgreSQL user may not make tables in the database.",
				with(url, "guest"));
	}

	private static String nameOf(String url) {
		return url.substring(url.lastIndexOf('/') + 1);
	}

	@Test
	void aLedgerWithoutTablesIsNotCheckedAndStaysAsItIs(CapturedOutput output) {
		String url = server.newDatabase();
		assertThatException().isThrownBy(() -> BillPayApplication.checkLedger(with(url, PostgreSql.USER)));
		assertThat(StartOutput.of(output)).contains("This ledger is of another version of BillPay.")
			.doesNotContain("\tat ");
		assertThat(tables(url)).isEmpty();
	}

	private static List<String> tables(String url) {
		return server.jdbc(nameOf(url))
			.sql("select table_name from information_schema.tables where table_schema = 'public'")
			.query(String.class)
			.list();
	}

	private static List<ConfigurableApplicationContext> startTwo(String... arguments) throws Exception {
		// Two nodes in one JVM share its log, which cannot be set up by both at once.
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		try {
			return ConcurrentTasks.run(2, (i) -> () -> SpringApplication.run(BillPayApplication.class, arguments));
		}
		finally {
			System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
		}
	}

	@Test
	@Tag("A4")
	@Tag("P11")
	void twoNodesStartAtOnceOnAnEmptyDatabaseAndNobodyHasADefaultPassword(CapturedOutput output) throws Exception {
		String url = server.newDatabase();
		String[] arguments = with(url, PostgreSql.USER, "--spring.profiles.active=cluster",
				"--spring.profiles.group.cluster=postgresql");
		List<ConfigurableApplicationContext> nodes = startTwo(arguments);
		try {
			JdbcClient ledger = nodes.get(0).getBean(JdbcClient.class);
			assertThat(ledger.sql("select version from flyway_schema_history where success order by installed_rank")
				.query(String.class)
				.list()).startsWith("1", "2").doesNotHaveDuplicates();
			assertThat(ledger.sql("select name from account").query(String.class).list()).containsExactly("chuck");
			for (ConfigurableApplicationContext node : nodes) {
				HttpBrowser browser = new HttpBrowser(
						"http://localhost:" + node.getEnvironment().getProperty("local.server.port"));
				assertThat(browser.get("/login").body()).doesNotContain("pay-my-bill");
				assertThat(browser.post("/login", "username", "mark", "password", "pay-my-bill").status())
					.isEqualTo(422);
				browser.signIn("chuck", "of-the-instructor");
			}
		}
		finally {
			nodes.forEach(ConfigurableApplicationContext::close);
		}
		assertThat(BillPayApplication.checkLedger(with(url, PostgreSql.USER))).isZero();
		assertThat(output).contains("The two ledgers agree");
	}

	@Test
	void twoNodesThatStartAtOnceWriteTheDemoDataOnce() throws Exception {
		String url = server.newDatabase();
		List<ConfigurableApplicationContext> nodes = startTwo(with(url, PostgreSql.USER));
		try {
			JdbcClient ledger = nodes.get(0).getBean(JdbcClient.class);
			assertThat(ledger.sql("select name from account order by name").query(String.class).list())
				.containsExactly("chuck", "jan", "mark", "phil");
			assertThat(ledger.sql("select count(*) from bill").query(Integer.class).single()).isEqualTo(5);
		}
		finally {
			nodes.forEach(ConfigurableApplicationContext::close);
		}
	}

}
