package billpay.health;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long one waits for another: {@code billpay.health.*}.
 *
 * @param patience how long the health check waits for the database before it says that it
 * is away
 * @param stopNotice how long a node that is told to stop goes on serving, so that the
 * balancer finds out first; longer than the time between two of its checks, shorter than
 * {@code spring.lifecycle.timeout-per-shutdown-phase}
 */
@ConfigurationProperties("billpay.health")
record AvailabilityProperties(@DefaultValue("1s") Duration patience, @DefaultValue("0s") Duration stopNotice) {
}
