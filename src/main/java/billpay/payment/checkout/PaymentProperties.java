package billpay.payment.checkout;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Payments: {@code billpay.payment.*}.
 *
 * @param patience how long a customer's request waits for the gateway
 * @param askEvery how long after that the gateway is asked what became of a payment, and
 * how long after the first time again; from then on the pauses double
 * @param askAtLeastEvery the longest pause
 * @param mostWaiting how many requests may wait for the gateway at a time: each keeps a
 * thread of the server from serving somebody else
 */
@ConfigurationProperties("billpay.payment")
record PaymentProperties(@DefaultValue("2s") Duration patience, @DefaultValue("3s") Duration askEvery,
		@DefaultValue("1m") Duration askAtLeastEvery, @DefaultValue("50") int mostWaiting) {

	/**
	 * How long to wait before the gateway is asked again.
	 * @param asked how often it has been asked, from 1
	 * @return the pause
	 */
	Duration pauseAfter(int asked) {
		Duration pause = this.askEvery.multipliedBy(1L << Math.min(asked - 1, 16));
		return (pause.compareTo(this.askAtLeastEvery) < 0) ? pause : this.askAtLeastEvery;
	}

}
