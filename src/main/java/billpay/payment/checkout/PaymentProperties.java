package billpay.payment.checkout;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Payments: {@code billpay.payment.*}.
 *
 * @param gatewayTimeout how long a customer's request waits for the gateway
 * @param retryInterval how long after that the first inquiry about a pending payment is
 * made, and how long after it the second; from then on the interval doubles, up to one
 * minute
 * @param reconciliationInterval how long after one search for pending payments that are
 * due the next one begins
 * @param maxWaitingRequests how many requests may wait for the gateway at the same time;
 * each occupies a thread of the server
 */
@ConfigurationProperties("billpay.payment")
record PaymentProperties(@DefaultValue("2s") Duration gatewayTimeout, @DefaultValue("3s") Duration retryInterval,
		@DefaultValue("1s") Duration reconciliationInterval, @DefaultValue("50") int maxWaitingRequests) {

	private static final Duration MAX_RETRY_INTERVAL = Duration.ofMinutes(1);

	Duration retryDelay(int attempts) {
		Duration pause = this.retryInterval.multipliedBy(1L << Math.min(attempts - 1, 16));
		return (pause.compareTo(MAX_RETRY_INTERVAL) < 0) ? pause : MAX_RETRY_INTERVAL;
	}

}
