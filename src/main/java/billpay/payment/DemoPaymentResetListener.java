package billpay.payment;

import billpay.web.demo.DemoResetEvent;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes the demo customers' payments out of their histories when the demo is reset. Their
 * receipts stay where they are, and so does the page of one who still waits.
 */
@Component
class DemoPaymentResetListener {

	private final JdbcClient jdbc;

	DemoPaymentResetListener(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	void archive(DemoResetEvent reset) {
		this.jdbc.sql("""
				update payment set archived = true
				where archived = false and customer in (select name from account where demo = true)
				""").update();
	}

}
