package billpay.availability;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The shutdown of a node: {@code billpay.availability.*}.
 *
 * @param shutdownDelay how long a stopping node still accepts requests, so that the load
 * balancer notices first; longer than the balancer's check interval, shorter than
 * {@code spring.lifecycle.timeout-per-shutdown-phase}
 */
@ConfigurationProperties("billpay.availability")
record AvailabilityProperties(@DefaultValue("0s") Duration shutdownDelay) {

}
