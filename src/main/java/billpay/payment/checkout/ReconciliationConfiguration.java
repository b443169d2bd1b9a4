package billpay.payment.checkout;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Enables the schedule of {@link Reconciliation}.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ReconciliationConfiguration {

}
