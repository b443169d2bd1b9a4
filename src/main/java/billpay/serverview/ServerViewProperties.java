package billpay.serverview;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much is recorded: {@code billpay.server-view.*}. Every text in a recorded request
 * is cut: one of an ordinary browser takes about 11 KB of memory, one that is crafted to
 * be long about 20 KB. A class of a hundred with full conversations takes 34 MB.
 *
 * @param enabled whether a browser that has not chosen sees the server's side
 * @param maxExchanges the most requests that are kept of one browser
 * @param maxConversations the most browsers of which requests are kept
 * @param maxMemory the most memory for the requests that a node keeps in its own, by an
 * estimate that is usually higher than what they take; beyond it the conversations that
 * are least used are removed. In Redis only their number is bounded: 1,000 browsers with
 * 30 crafted requests take 300 MB there. Set {@code maxmemory} with the policy
 * {@code noeviction} in Redis, because any other policy removes sessions too.
 * @param keep how long requests are kept after the latest of them; the values of a
 * session's attributes are omitted from them when the session ends
 * @param stealSession whether there is the experiment in which a second browser takes the
 * session over; its default is in {@code application.yaml}
 */
@Validated
@ConfigurationProperties("billpay.server-view")
public record ServerViewProperties(@DefaultValue("true") boolean enabled, @DefaultValue("30") @Min(1) int maxExchanges,
		@DefaultValue("1000") @Min(1) int maxConversations, @DefaultValue("48MB") DataSize maxMemory,
		@DefaultValue("1h") Duration keep, boolean stealSession) {
}
