package billpay.lab.technique;

import java.time.Duration;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the lab.
 *
 * @param key what the lab signs with, 32 characters or more; a random one at each start
 * when there is none. Nodes that are to accept each other's signatures need the same one
 * @param keep how long the lab remembers an order
 * @param maxSessions how many sessions the lab keeps in all; beyond it the one that was
 * unused longest goes
 * @param mistakes whether the wrong halves of the mistakes work
 */
@Validated
@ConfigurationProperties("billpay.lab")
public record LabProperties(@Size(min = 32) @Nullable String key, @DefaultValue("10m") Duration keep,
		@DefaultValue("200") int maxSessions, boolean mistakes) {

}
