package billpay.cookies;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Opens the page about cookies to everybody.
 */
@Configuration(proxyBeanMethods = false)
class CookieConfiguration {

	@Bean
	Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> cookiePageAccess() {
		return (requests) -> requests.requestMatchers("/cookies/**").permitAll();
	}

}
