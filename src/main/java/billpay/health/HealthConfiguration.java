package billpay.health;

import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Health itself is Spring Boot's, its groups are in {@code application.yaml}. This adds
 * what that has not: an answer in time and to whoever asks, and notice before a stop.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

	/**
	 * By its name it stands in for Spring Boot's own, which it asks.
	 * @param database what pages need
	 * @param settings how long to wait for it
	 * @return whether it answers in time
	 */
	@Bean
	HealthIndicator dbHealthContributor(DataSource database, AvailabilityProperties settings) {
		return new PromptHealth("database", new DataSourceHealthIndicator(database), settings.patience());
	}

	@Bean
	FilterRegistrationBean<AnyAcceptFilter> anyAccept(
			@Value("${management.endpoints.web.path-mapping.health}") String path) {
		FilterRegistrationBean<AnyAcceptFilter> registration = new FilterRegistrationBean<>(new AnyAcceptFilter());
		registration.addUrlPatterns("/" + path + "/*");
		return registration;
	}

	@Bean
	ShutdownDelay stopNotice(AvailabilityProperties settings) {
		return new ShutdownDelay(settings.stopNotice());
	}

}
