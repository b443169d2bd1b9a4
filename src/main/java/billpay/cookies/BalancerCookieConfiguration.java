package billpay.cookies;

import billpay.web.CookieDefinition;
import billpay.web.CookieDefinitionFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * The cookie in which a load balancer names the node that has the browser's session. The
 * balancer sets it (see {@code src/cluster/sticky.conf}); where there are several nodes
 * the pages about cookies explain it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("billpay.node")
class BalancerCookieConfiguration {

	@Bean
	@Order(4)
	CookieDefinition balancerCookieDefinition(CookieDefinitionFactory factory) {
		return factory.temporary("BILLPAY_ROUTE", "balancer");
	}

}
