package billpay.serverview;

import billpay.web.CookieDefinition;
import billpay.web.CookieDefinitionFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Publishes the cookie of the server view, which is longer-lived than any session.
 */
@Configuration(proxyBeanMethods = false)
class ServerViewCookieConfiguration {

	@Bean
	@Order(3)
	CookieDefinition serverViewCookieDefinition(CookieDefinitionFactory cookies) {
		return cookies.longLived(cookies.prefixed("BILLPAY_SERVER_VIEW"), "server-view").withSecretValue();
	}

}
