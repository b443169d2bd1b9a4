package billpay.session;

import billpay.support.HttpBrowser;
import billpay.support.Workbench;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many sessions a node has in its memory; Redis counts its own.
 */
@Workbench
class SessionGaugeTests {

	@LocalServerPort
	private int port;

	@Autowired
	private MeterRegistry meters;

	@Test
	@Tag("S12")
	void itShowsHowManySessionsThereAre() {
		new HttpBrowser("http://localhost:" + this.port).get("/login");
		assertThat(this.meters.get("billpay.sessions.live").gauge().value()).isPositive();
	}

}
