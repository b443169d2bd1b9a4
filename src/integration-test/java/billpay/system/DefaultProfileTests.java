package billpay.system;

import java.nio.file.Path;
import java.util.List;

import billpay.support.Browser;
import billpay.support.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * BillPay as everybody starts it first, without a profile: it needs no Redis and no
 * PostgreSQL, and loads nothing of what speaks to them.
 */
class DefaultProfileTests {

	/**
	 * What a client needs to connect. JDBC loads every driver that there is, and Spring
	 * Boot looks whether a client for Redis is wanted.
	 */
	private static final List<String> OF_THE_CLUSTER = List.of("io.netty.channel.", "io.lettuce.core.RedisURI",
			"io.lettuce.core.api.StatefulRedisConnection", "org.postgresql.core.");

	/** Nobody listens there, so that what asks is found out. */
	private static final String NOWHERE = "localhost:1";

	@TempDir
	private Path folder;

	@Test
	void withoutAProfileItNeedsNeitherRedisNorPostgreSqlAndIsUp() {
		try (PackagedApplication application = PackagedApplication
			.ofExecutableJar(this.folder, "-XX:+UseSerialGC", "-Xlog:class+load:file=classes.txt",
					"-Dspring.data.redis.url=redis://" + NOWHERE)
			.start()) {
			Browser mark = application.newBrowser().signIn("mark", "pay-my-bill");
			mark.fillCart("(212) 555-0142");
			assertThat(mark.pay("4242 4242 4242 4242").status()).isEqualTo(303);
			Page health = mark.get("/healthcheck/readiness");
			assertThat(health.status()).isEqualTo(200);
			assertThat(health.body()).contains("\"status\":\"UP\"");
			List<String> classes = application.loadedClasses();
			assertThat(classes.contains("org.h2.Driver")).as("what is searched has classes in it").isTrue();
			assertThat(classes.stream().filter((name) -> OF_THE_CLUSTER.stream().anyMatch(name::startsWith))).isEmpty();
		}
	}

}
