package billpay.availability;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The end of a node: {@code billpay.availability.*}.
 *
 * @param shutdownDelay how long a node that is told to stop goes on serving, so that the
 * balancer finds out first; longer than the time between two of its checks, shorter than
 * {@code spring.lifecycle.timeout-per-shutdown-phase}
 */
@ConfigurationProperties("billpay.availability")
record AvailabilityProperties(@DefaultValue("0s") Duration shutdownDelay) {

}
