package billpay.session;

import java.nio.file.Path;

import billpay.BillPayApplication;
import billpay.support.Redis;
import billpay.support.StartOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Starting with a Redis that is there and lets nobody in; of one that is not there
 * {@code StartFailureTests} has the test.
 */
@ExtendWith(OutputCaptureExtension.class)
class RedisStartTests {

	@TempDir
	private Path folder;

	@Test
	void aWrongPasswordGetsOneClearSentence(CapturedOutput output) {
		String url = Redis.shared().url().replace("redis://", "redis://nobody:wrong@");
		assertThatException().isThrownBy(() -> SpringApplication.run(BillPayApplication.class, "--server.port=0",
				"--spring.profiles.active=redis", "--spring.data.redis.url=" + url,
				"--billpay.ledger=" + this.folder.resolve("ledger")));
		assertThat(StartOutput.of(output))
			.contains("BillPay did not start. The Redis server of the sessions refuses the user or the password.")
			.contains("SPRING_DATA_REDIS_URL=redis://user:password@localhost:6379")
			.doesNotContain("\tat ");
	}

}
