package billpay.serverview.page;

import java.util.Set;

import billpay.serverview.ReadOnlyPages;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may see the server view, and which of its pages are read-only.
 */
@Configuration(proxyBeanMethods = false)
class ServerViewConfiguration {

	@Bean
	ReadOnlyPages serverViewPages() {
		return new ReadOnlyPages(Set.of("/server-view"));
	}

	@Bean
	Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> serverViewAccess() {
		return (requests) -> requests.requestMatchers("/server-view/**").permitAll();
	}

}
