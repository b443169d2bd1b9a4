package billpay.bill;

import java.util.List;

import billpay.demo.DemoResetEvent;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Withdraws the bills of the demo customers' numbers when the demo is reset, paid or not.
 */
@Component
class DemoBillResetListener {

	private final JdbcClient jdbc;

	DemoBillResetListener(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	void withdraw(DemoResetEvent reset) {
		List<Long> live = lock(reset.customers());
		if (!live.isEmpty()) {
			this.jdbc.sql("update bill set withdrawn_from = number, number = null where id in (:ids)")
				.param("ids", live)
				.update();
		}
	}

	// In the order in which a checkout locks them, to avoid a deadlock.
	private List<Long> lock(List<String> customers) {
		return this.jdbc.sql("""
				select id from bill where number in (select number from phone_number where owner in (:customers))
				order by id for update
				""").param("customers", customers).query(Long.class).list();
	}

}
