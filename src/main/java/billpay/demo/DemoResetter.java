package billpay.demo;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Resets the demo data in one transaction. Customers who have signed up are not affected.
 */
@Component
public class DemoResetter {

	private final TransactionOperations transaction;

	private final ApplicationEventPublisher events;

	private final DemoCustomerProvider customers;

	private final DemoDataLoader scripts;

	DemoResetter(TransactionOperations transaction, ApplicationEventPublisher events, DemoCustomerProvider customers,
			DemoDataLoader scripts) {
		this.transaction = transaction;
		this.events = events;
		this.customers = customers;
		this.scripts = scripts;
	}

	/**
	 * Resets the demo data.
	 * @return {@code false} when payments or another node kept it from its locks, and
	 * nothing was changed
	 */
	public boolean reset() {
		try {
			this.transaction.executeWithoutResult((status) -> {
				this.events.publishEvent(new DemoResetEvent(this.customers.demoNames()));
				this.scripts.run();
			});
			return true;
		}
		catch (DuplicateKeyException | TransientDataAccessException ex) {
			return false;
		}
	}

}
