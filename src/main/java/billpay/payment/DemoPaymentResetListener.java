package billpay.payment;

import billpay.demo.DemoResetEvent;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes the demo customers' payments from their histories when the demo is reset.
 * Receipts and pending payments remain accessible.
 */
@Component
class DemoPaymentResetListener {

	private final JdbcClient jdbc;

	DemoPaymentResetListener(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	void archive(DemoResetEvent reset) {
		this.jdbc.sql("update payment set archived = true where archived = false and customer in (:customers)")
			.param("customers", reset.customers())
			.update();
	}

}
