package billpay.demo;

import java.util.Arrays;
import java.util.stream.Stream;

import org.flywaydb.core.api.Location;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Adds the demo data to Flyway's locations while they are enabled.
 */
@Configuration(proxyBeanMethods = false)
class DemoFlywayConfiguration {

	static final String LOCATION = "classpath:db/demo";

	@Bean
	FlywayConfigurationCustomizer demoData(DemoProperties demo) {
		return (flyway) -> {
			if (demo.enabled()) {
				Location[] locations = flyway.getLocations();
				flyway.locations(Stream.concat(Arrays.stream(locations).map(Location::toString), Stream.of(LOCATION))
					.toArray(String[]::new));
			}
		};
	}

}
