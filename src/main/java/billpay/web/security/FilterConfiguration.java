package billpay.web.security;

import billpay.web.FilterOrder;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the filters of this package before the one of Spring Session.
 */
@Configuration(proxyBeanMethods = false)
class FilterConfiguration {

	@Bean
	FilterRegistrationBean<SecurityHeadersFilter> securityHeadersFilter() {
		FilterRegistrationBean<SecurityHeadersFilter> registration = new FilterRegistrationBean<>(
				new SecurityHeadersFilter());
		registration.setOrder(FilterOrder.SECURITY_HEADERS.getOrder());
		return registration;
	}

	@Bean
	FilterRegistrationBean<ParameterValidationFilter> parameterValidationFilter() {
		FilterRegistrationBean<ParameterValidationFilter> registration = new FilterRegistrationBean<>(
				new ParameterValidationFilter());
		registration.setOrder(FilterOrder.PARAMETER_VALIDATION.getOrder());
		return registration;
	}

}
