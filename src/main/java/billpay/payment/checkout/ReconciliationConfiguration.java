package billpay.payment.checkout;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Runs {@link Reconciliation} at the interval of {@link PaymentProperties}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableScheduling
class ReconciliationConfiguration implements SchedulingConfigurer {

	private final Reconciliation reconciliation;

	private final PaymentProperties properties;

	ReconciliationConfiguration(Reconciliation reconciliation, PaymentProperties properties) {
		this.reconciliation = reconciliation;
		this.properties = properties;
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar tasks) {
		tasks.addFixedDelayTask(this.reconciliation::run, this.properties.reconciliationInterval());
	}

}
