package billpay.health;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.application.AvailabilityStateHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Health itself is Spring Boot's, its groups are in {@code application.yaml}. This adds
 * what that has not: an answer in time, and notice before a stop.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

	/**
	 * Makes every indicator prompt that asks somebody else, whoever brings it; only the
	 * states of availability are known here.
	 * @param settings how long to wait
	 * @return what wraps them
	 */
	@Bean
	static BeanPostProcessor promptHealth(ObjectProvider<HealthSettings> settings) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				if (bean instanceof HealthIndicator indicator && !(bean instanceof AvailabilityStateHealthIndicator)) {
					return new PromptHealth(name.replaceFirst("Health(Indicator|Contributor)$", ""), indicator,
							settings.getObject().patience());
				}
				return bean;
			}

		};
	}

	@Bean
	StopNotice stopNotice(HealthSettings settings) {
		return new StopNotice(settings.stopNotice());
	}

}
