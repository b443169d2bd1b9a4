package billpay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import billpay.support.HttpBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a teacher finds when BillPay has started.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartTests {

	@TempDir
	private Path folder;

	private ConfigurableApplicationContext start() {
		return SpringApplication.run(BillPayApplication.class, "--server.port=0", "--server.servlet.context-path=/fb",
				"--spring.datasource.url=jdbc:h2:file:" + this.folder.resolve("ledger")
						+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
	}

	@Test
	void theConsolePrintsTheAddressToOpen(CapturedOutput output) {
		try (ConfigurableApplicationContext shop = start()) {
			String address = "http://localhost:" + shop.getEnvironment().getProperty("local.server.port") + "/fb";

			assertThat(output).containsOnlyOnce("BillPay is running: " + address + "/");
			assertThat(new HttpBrowser(address).get("/").status()).isEqualTo(200);
		}
	}

	@Test
	void everyFilterIsRegisteredOnce(CapturedOutput output) {
		try (ConfigurableApplicationContext shop = start()) {
			assertThat(output).doesNotContain(" was not registered");
		}
	}

	@Test
	void theFileOfTheLedgerIsReadableByItsOwnerAlone() throws Exception {
		try (ConfigurableApplicationContext shop = start()) {
			assertThat(permissions()).isEqualTo("rw-------");
		}
		Files.setPosixFilePermissions(this.folder.resolve("ledger.mv.db"),
				PosixFilePermissions.fromString("rw-r--r--"));
		try (ConfigurableApplicationContext shop = start()) {
			assertThat(permissions()).isEqualTo("rw-------");
		}
	}

	@Test
	void aLedgerInTheHomeFolderIsFoundAsH2FindsIt() {
		Path home = Path.of(System.getProperty("user.home"));
		String file = "~/" + home.relativize(this.folder.resolve("ledger"));
		try (ConfigurableApplicationContext shop = SpringApplication.run(BillPayApplication.class, "--server.port=0",
				"--spring.datasource.url=jdbc:h2:file:" + file + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE")) {
			assertThat(this.folder.resolve("ledger.mv.db")).exists();
			assertThat(permissions()).isEqualTo("rw-------");
		}
	}

	private String permissions() {
		try {
			return PosixFilePermissions.toString(Files.getPosixFilePermissions(this.folder.resolve("ledger.mv.db")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
