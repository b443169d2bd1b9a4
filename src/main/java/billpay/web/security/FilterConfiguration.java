package billpay.web.security;

import jakarta.servlet.DispatcherType;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Puts the filters of this package before the one of Spring Session.
 */
@Configuration(proxyBeanMethods = false)
class FilterConfiguration {

	@Bean
	FilterRegistrationBean<SecurityHeadersFilter> securityHeadersFilter() {
		FilterRegistrationBean<SecurityHeadersFilter> registration = new FilterRegistrationBean<>(
				new SecurityHeadersFilter());
		registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 20);
		return registration;
	}

	@Bean
	FilterRegistrationBean<ParameterValidationFilter> parameterValidationFilter() {
		FilterRegistrationBean<ParameterValidationFilter> registration = new FilterRegistrationBean<>(
				new ParameterValidationFilter());
		registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 10);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
		return registration;
	}

}
