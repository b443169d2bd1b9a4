package billpay;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import javax.sql.DataSource;

import billpay.support.StartOutput;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What a teacher reads when BillPay cannot start.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTests {

	private static final String URL = "--spring.datasource.url=";

	@TempDir
	private Path folder;

	@Test
	void aTakenPortGetsOneClearSentence(CapturedOutput output) throws Exception {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
			String port = Integer.toString(other.getLocalPort());
			assertThatException().isThrownBy(() -> start("--server.port=" + port));
			assertThat(StartOutput.of(output))
				.contains("BillPay did not start. Web server failed to start. Port " + port + " was already in use.")
				.contains("configure this application to listen on another port")
				.doesNotContain("\tat ");
		}
	}

	@Test
	void aRedisThatIsNotThereGetsOneClearSentence(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--server.port=0", "--spring.profiles.active=redis",
				"--spring.data.redis.url=redis://localhost:1", url("")));
		assertThat(StartOutput.of(output))
			.contains("BillPay did not start. The Redis server of the sessions does not answer.")
			.contains("SPRING_DATA_REDIS_URL=redis://localhost:6379")
			.doesNotContain("\tat ");
	}

	@Test
	void aSecondCopyOnTheSameLedgerGetsOneClearSentence(CapturedOutput output) throws Exception {
		Path ledger = this.folder.resolve("ledger");
		Path file = this.folder.resolve("ledger.mv.db");
		try (FileChannel heldByAnother = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
				FileLock lock = heldByAnother.lock()) {
			assertThat(lock.isValid()).isTrue();
			assertThatException()
				.isThrownBy(() -> start("--server.port=0", "--spring.datasource.url=jdbc:h2:file:" + ledger));
		}
		assertThat(StartOutput.of(output)).contains("BillPay did not start. Another BillPay is running on this ledger.")
			.contains("--server.port=8081")
			.doesNotContain("\tat ");
	}

	@Test
	void aCheckBesideARunningShopAsksToStopTheShopFirst(CapturedOutput output) throws Exception {
		Path ledger = this.folder.resolve("ledger");
		Path file = this.folder.resolve("ledger.mv.db");
		try (FileChannel heldByTheShop = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
				FileLock lock = heldByTheShop.lock()) {
			assertThat(lock.isValid()).isTrue();
			assertThatException().isThrownBy(() -> BillPayApplication.checkLedger(URL + "jdbc:h2:file:" + ledger));
		}
		assertThat(StartOutput.of(output)).contains("Another BillPay is running on this ledger.")
			.contains("Stop it first, then check again.")
			.doesNotContain("--server.port", "\tat ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a name that is longer than twenty letters", "node\u00071", "node\u202e1", "node\n1" })
	void aNameOfANodeThatNobodyCanReadGetsOneClearSentence(String name, CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--server.port=0", "--billpay.node=" + name));
		assertThat(StartOutput.of(output))
			.contains("BillPay did not start.", "the name of a node has 1 to 20 visible characters")
			.doesNotContain("\tat ");
	}

	@Test
	void aLedgerThatIsNotThereIsNeitherCheckedNorMade(CapturedOutput output) {
		assertThatException().isThrownBy(() -> BillPayApplication.checkLedger(url(";IFEXISTS=TRUE")));
		assertThat(StartOutput.of(output)).contains("There is no ledger here to be checked.").doesNotContain("\tat ");
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void aLedgerOfAnOlderVersionIsNotCheckedAndStaysAsItIs(CapturedOutput output) {
		DataSource ledger = new DriverManagerDataSource(url("").substring(URL.length()), "billpay", "");
		Flyway.configure().dataSource(ledger).target("1").load().migrate();
		assertThatException().isThrownBy(() -> BillPayApplication.checkLedger(url(";IFEXISTS=TRUE")));
		assertThat(StartOutput.of(output)).contains("This ledger is of another version of BillPay.")
			.doesNotContain("\tat ");
		assertThat(Flyway.configure().dataSource(ledger).load().info().current().getVersion().getVersion())
			.isEqualTo("1");
	}

	private String url(String option) {
		return URL + "jdbc:h2:file:" + this.folder.resolve("ledger") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
				+ option;
	}

	private static void start(String... args) {
		SpringApplication.run(BillPayApplication.class, args);
	}

}
