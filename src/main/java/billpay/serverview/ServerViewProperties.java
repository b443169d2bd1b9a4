package billpay.serverview;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is recorded: {@code billpay.server-view.*}. A recorded request takes about 4
 * KB, and 15 KB at most, because every text in it is cut: a class of a hundred that has
 * filled its conversations takes about 12 MB, and a thousand single visitors take 4 MB.
 *
 * @param enabled whether a browser that has not chosen sees the server's side
 * @param maxExchanges the most requests that are kept of one browser
 * @param maxConversations the most browsers of which requests are kept
 * @param keep how long requests are kept after the latest of them; the values of a
 * session's attributes are omitted from them when the session ends
 * @param stealSession whether there is the experiment in which a second browser takes the
 * session over
 */
@Validated
@ConfigurationProperties("billpay.server-view")
public record ServerViewProperties(@DefaultValue("true") boolean enabled, @DefaultValue("30") @Min(1) int maxExchanges,
		@DefaultValue("1000") @Min(1) int maxConversations, @DefaultValue("1h") Duration keep,
		@DefaultValue("true") boolean stealSession) {
}
