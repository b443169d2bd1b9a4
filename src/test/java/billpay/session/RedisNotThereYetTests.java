package billpay.session;

import java.time.Duration;
import java.util.List;

import billpay.support.HttpBrowser;
import billpay.support.Page;
import billpay.support.Redis;
import billpay.support.Together;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A node that starts while Redis is frozen: the client opens its first connection under a
 * lock, where nobody may wait.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("redis")
@DirtiesContext
@Tag("R3")
class RedisNotThereYetTests {

	private static final Redis server = Redis.start();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void sessions(DynamicPropertyRegistry properties) {
		server.freeze();
		properties.add("spring.data.redis.url", server::url);
	}

	@AfterAll
	static void end() {
		server.close();
	}

	private HttpBrowser withCookie() {
		HttpBrowser browser = new HttpBrowser("http://localhost:" + this.port);
		browser.cookies().put("BILLPAY_SESSION", "an-id-of-before");
		return browser;
	}

	@Test
	void saysSoToEverybodyAtOnceAndIsWellWhenRedisIs() throws Exception {
		long start = System.nanoTime();
		List<Page> answers = Together.run(10, (i) -> () -> withCookie().get("/cart"));
		Duration time = Duration.ofNanos(System.nanoTime() - start);
		server.thaw();
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isEqualTo(503));
		assertThat(time).isLessThan(Duration.ofSeconds(2));
		await().atMost(Duration.ofSeconds(5)).until(() -> withCookie().get("/login").status() == 200);
	}

}
