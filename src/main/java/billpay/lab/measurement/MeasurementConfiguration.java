package billpay.lab.measurement;

import java.io.IOException;
import java.io.InputStream;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/**
 * Reads the measurements.
 */
@Configuration(proxyBeanMethods = false)
class MeasurementConfiguration {

	@Bean
	Measurements measurements() throws IOException {
		try (InputStream json = new ClassPathResource("lab/measurements.json").getInputStream()) {
			return JsonMapper.shared().readValue(json, Measurements.class);
		}
	}

}
