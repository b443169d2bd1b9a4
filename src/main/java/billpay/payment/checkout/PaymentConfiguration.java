package billpay.payment.checkout;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Lets {@link Reconciliation} run.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PaymentConfiguration {

}
