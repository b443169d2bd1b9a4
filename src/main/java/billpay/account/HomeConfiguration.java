package billpay.account;

import java.util.Set;

import billpay.availability.SessionOptionalPages;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Shows the home page also while the session store is unavailable.
 */
@Configuration(proxyBeanMethods = false)
class HomeConfiguration {

	@Bean
	SessionOptionalPages homePage() {
		return new SessionOptionalPages(Set.of("/"));
	}

}
