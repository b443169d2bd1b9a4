package billpay.payment.checkout;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Payments: {@code billpay.payment.*}.
 *
 * @param gatewayTimeout how long a customer's request waits for the gateway
 * @param retryInterval how long after that the gateway is asked what became of a payment,
 * and how long after the first time again; from then on the pauses double
 * @param maxRetryInterval the longest pause
 * @param maxWaitingRequests how many requests may wait for the gateway at a time: each
 * keeps a thread of the server from serving somebody else
 */
@ConfigurationProperties("billpay.payment")
record PaymentProperties(@DefaultValue("2s") Duration gatewayTimeout, @DefaultValue("3s") Duration retryInterval,
		@DefaultValue("1m") Duration maxRetryInterval, @DefaultValue("50") int maxWaitingRequests) {

	Duration retryDelay(int attempts) {
		Duration pause = this.retryInterval.multipliedBy(1L << Math.min(attempts - 1, 16));
		return (pause.compareTo(this.maxRetryInterval) < 0) ? pause : this.maxRetryInterval;
	}

}
