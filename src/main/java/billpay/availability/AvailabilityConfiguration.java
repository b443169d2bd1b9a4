package billpay.availability;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import billpay.web.FilterOrder;
import billpay.web.error.PlainErrorPage;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Health itself is Spring Boot's, its groups are in {@code application.yaml}. This adds
 * an answer for every {@code Accept} header and a delay before shutdown.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AvailabilityConfiguration {

	@Bean
	FilterRegistrationBean<IgnoreAcceptHeaderFilter> ignoreAcceptHeaderFilter(
			@Value("${management.endpoints.web.path-mapping.health}") String path) {
		FilterRegistrationBean<IgnoreAcceptHeaderFilter> registration = new FilterRegistrationBean<>(
				new IgnoreAcceptHeaderFilter());
		registration.addUrlPatterns("/" + path + "/*");
		return registration;
	}

	@Bean
	ShutdownDelay shutdownDelay(AvailabilityProperties properties) {
		return new ShutdownDelay(properties.shutdownDelay());
	}

	@Bean
	FilterRegistrationBean<StoreUnavailableFilter> storeUnavailableFilter(List<SessionOptionalPages> pages,
			MessageSource messages, PlainErrorPage page) {
		Set<String> paths = pages.stream().flatMap((each) -> each.paths().stream()).collect(Collectors.toSet());
		FilterRegistrationBean<StoreUnavailableFilter> registration = new FilterRegistrationBean<>(
				new StoreUnavailableFilter(paths, messages, page));
		registration.setOrder(FilterOrder.STORE_UNAVAILABLE.getOrder());
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
		return registration;
	}

}
