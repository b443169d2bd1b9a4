package billpay.cookies;

import billpay.web.CookieDefinition;
import billpay.web.CookieDefinitionFactory;
import billpay.web.LayoutLink;
import billpay.web.LayoutLink.Place;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Opens the page about cookies to everybody, with a link on every page.
 */
@Configuration(proxyBeanMethods = false)
class CookieConfiguration {

	@Bean
	Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> cookiePageAccess() {
		return (requests) -> requests.requestMatchers("/cookies/**").permitAll();
	}

	@Bean
	LayoutLink cookiesLink() {
		return new LayoutLink(Place.FOOTER, "/cookies", "layout.cookies", false);
	}

	// Names the node that has the browser's session. The load balancer sets it (see
	// src/cluster/sticky.conf); the pages about cookies explain it.
	@Bean
	@Order(4)
	@ConditionalOnProperty("billpay.node")
	CookieDefinition balancerCookieDefinition(CookieDefinitionFactory cookies) {
		return cookies.temporary("BILLPAY_ROUTE", "balancer");
	}

}
