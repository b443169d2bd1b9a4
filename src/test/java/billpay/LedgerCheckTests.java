package billpay;

import java.nio.file.Path;

import billpay.ledger.LedgerCheck;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The check of a cluster's ledger needs the database and nothing else of the cluster.
 */
@ExtendWith(OutputCaptureExtension.class)
@Tag("P11")
class LedgerCheckTests {

	@TempDir
	private Path folder;

	private String[] arguments;

	@BeforeEach
	void aLedgerOfAClusterWhoseRedisIsAway() {
		String url = "jdbc:h2:file:" + this.folder.resolve("ledger") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
		Flyway.configure().dataSource(new DriverManagerDataSource(url, "billpay", "")).load().migrate();
		this.arguments = new String[] { "--spring.profiles.active=cluster", "--spring.profiles.group.cluster=redis",
				"--spring.data.redis.url=redis://localhost:1", "--spring.datasource.url=" + url };
	}

	@Test
	void theLedgerIsCheckedWithoutTheSessionStore(CapturedOutput output) {
		assertThat(BillPayApplication.checkLedger(this.arguments)).isZero();
		assertThat(output).contains("The two ledgers agree");
	}

	@Test
	void nothingOfAServerIsStarted() {
		try (ConfigurableApplicationContext check = new SpringApplicationBuilder(BillPayApplication.class)
			.profiles(LedgerCheck.PROFILE)
			.run(this.arguments)) {
			assertThat(check.getBeanNamesForType(RedisConnectionFactory.class)).isEmpty();
			assertThat(check.getBeanDefinitionNames()).doesNotContain("sessionRepository", "sessionLocks",
					"springSessionRedisMessageListenerContainer", "shutdownDelay");
		}
	}

}
