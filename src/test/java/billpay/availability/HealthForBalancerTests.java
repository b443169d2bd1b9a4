package billpay.availability;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import billpay.support.HttpBrowser;
import billpay.support.Page;
import billpay.support.RawHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What a balancer is told while the database responds and while it does not.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Tag("R4")
class HealthForBalancerTests {

	private static final Duration PROMPT = Duration.ofSeconds(10);

	@LocalServerPort
	private int port;

	@Autowired
	private DataSource dataSource;

	@AfterEach
	void theDatabaseIsWellAgain() {
		database().recover();
	}

	@Test
	void aNodeThatIsWellIsUpEverywhere() {
		for (String path : new String[] { "/healthcheck", "/healthcheck/readiness", "/healthcheck/liveness" }) {
			Page answer = ask(path);
			assertThat(answer.status()).as(path).isEqualTo(200);
			assertThat(answer.body()).contains("\"status\":\"UP\"");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "text/plain", "image/*;q=0.1", "application/json;q=0", "nonsense", "" })
	void theAcceptHeaderMakesNoDifference(String accept) {
		for (String path : new String[] { "/healthcheck", "/healthcheck/readiness", "/healthcheck/liveness" }) {
			Page answer = new RawHttp(this.port).get(path, "Accept: " + accept);
			assertThat(answer.status()).as(path).isEqualTo(200);
			assertThat(answer.header("Content-Type")).as(path).contains("json");
			assertThat(answer.body()).as(path).contains("\"status\":\"UP\"");
			assertThat(answer.setCookies()).as(path).isEmpty();
		}
		database().breakDown();
		Page answer = new RawHttp(this.port).get("/healthcheck", "Accept: " + accept);
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.body()).contains("\"status\":\"DOWN\"");
	}

	@Test
	void readinessFollowsTheDatabaseAndLivenessDoesNot() {
		database().breakDown();
		assertThat(ask("/healthcheck").status()).isEqualTo(503);
		assertThat(ask("/healthcheck/readiness").status()).isEqualTo(503);
		assertThat(ask("/healthcheck/liveness").status()).isEqualTo(200);
		assertThat(ask("/healthcheck").body()).contains("\"status\":\"DOWN\"")
			.doesNotContainIgnoringCase("\"db")
			.doesNotContainIgnoringCase("database");
		database().recover();
		assertThat(ask("/healthcheck").status()).isEqualTo(200);
		assertThat(ask("/healthcheck/readiness").status()).isEqualTo(200);
	}

	private Page ask(String path) {
		long start = System.nanoTime();
		Page answer = new HttpBrowser("http://localhost:" + this.port).get(path);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).as(path).isLessThan(PROMPT);
		assertThat(answer.setCookies()).as(path).isEmpty();
		return answer;
	}

	private TroubledDataSource database() {
		assertThatNoException().isThrownBy(() -> this.dataSource.unwrap(TroubledDataSource.class));
		return (TroubledDataSource) this.dataSource;
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Trouble {

		@Bean
		static BeanPostProcessor troubledDataSource() {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					return (bean instanceof DataSource pool) ? new TroubledDataSource(pool) : bean;
				}

			};
		}

	}

	/**
	 * The database behind a wire that can be cut.
	 */
	static final class TroubledDataSource extends DelegatingDataSource {

		private volatile boolean broken;

		TroubledDataSource(DataSource pool) {
			super(pool);
		}

		void breakDown() {
			this.broken = true;
		}

		void recover() {
			this.broken = false;
		}

		@Override
		public Connection getConnection() throws SQLException {
			if (this.broken) {
				throw new SQLException("The database is unavailable.");
			}
			return super.getConnection();
		}

	}

}
