package billpay.serverview;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much is recorded: {@code billpay.server-view.*}.
 *
 * @param enabled whether a browser that has not chosen sees the server's side
 * @param maxExchanges the most requests that are kept of one browser
 * @param maxMemory the most memory for the recordings of all browsers
 * @param keep how long requests are kept that belong to no session
 */
@Validated
@ConfigurationProperties("billpay.server-view")
record ServerViewProperties(@DefaultValue("true") boolean enabled, @DefaultValue("30") @Min(1) int maxExchanges,
		@DefaultValue("8MB") DataSize maxMemory, @DefaultValue("5m") Duration keep) {
}
