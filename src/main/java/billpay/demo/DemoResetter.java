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

	private final DemoDataLoader dataLoader;

	DemoResetter(TransactionOperations transaction, ApplicationEventPublisher events, DemoCustomerProvider customers,
			DemoDataLoader dataLoader) {
		this.transaction = transaction;
		this.events = events;
		this.customers = customers;
		this.dataLoader = dataLoader;
	}

	/**
	 * Resets the demo data.
	 * @return {@code false} when a payment or another node held the locks; nothing was
	 * changed
	 */
	public boolean reset() {
		try {
			this.transaction.executeWithoutResult((status) -> {
				this.events.publishEvent(new DemoResetEvent(this.customers.findDemoNames()));
				this.dataLoader.run();
			});
			return true;
		}
		catch (DuplicateKeyException | TransientDataAccessException ex) {
			return false;
		}
	}

}
