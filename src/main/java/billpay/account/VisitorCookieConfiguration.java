package billpay.account;

import billpay.web.CookieDefinition;
import billpay.web.CookieDefinitionFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * The name and the properties of the {@link VisitorCookie}.
 */
@Configuration(proxyBeanMethods = false)
class VisitorCookieConfiguration {

	@Bean
	@Order(1)
	CookieDefinition visitorCookieDefinition(CookieDefinitionFactory cookies) {
		return cookies.longLived("BILLPAY_VISITOR", "visitor");
	}

}
