package billpay.availability;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long one waits for another: {@code billpay.availability.*}.
 *
 * @param healthTimeout how long the health check waits for the database before it says
 * that it is away
 * @param shutdownDelay how long a node that is told to stop goes on serving, so that the
 * balancer finds out first; longer than the time between two of its checks, shorter than
 * {@code spring.lifecycle.timeout-per-shutdown-phase}
 */
@ConfigurationProperties("billpay.availability")
record AvailabilityProperties(@DefaultValue("1s") Duration healthTimeout, @DefaultValue("0s") Duration shutdownDelay) {
}
