package billpay.serverview;

import billpay.web.CookieDefinition;
import billpay.web.CookieDefinitionFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Describes the cookie that {@link ServerViewCookie} reads and writes.
 */
@Configuration(proxyBeanMethods = false)
class ServerViewCookieConfiguration {

	@Bean
	@Order(3)
	CookieDefinition serverViewCookieDefinition(CookieDefinitionFactory cookies) {
		return cookies.longLived(cookies.prefixed("BILLPAY_SERVER_VIEW"), "server-view").withSecretValue();
	}

}
