package billpay.payment.receipt;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.OptionalInt;

import billpay.payment.Payment;

import org.springframework.stereotype.Component;

/**
 * How soon the page of a pending payment loads again, for the header {@code Refresh}:
 * often at first, and not at all in the end, because a page that is forgotten in a tab
 * must not keep its session alive.
 */
@Component
class ReloadInterval {

	private static final Duration FREQUENT_RELOAD_PERIOD = Duration.ofMinutes(1);

	private static final Duration MAX_RELOAD_PERIOD = Duration.ofMinutes(10);

	private final Clock clock;

	ReloadInterval(Clock clock) {
		this.clock = clock;
	}

	// In seconds; empty when the page does not load again by itself.
	OptionalInt of(Payment payment) {
		Duration age = Duration.between(payment.createdAt(), OffsetDateTime.now(this.clock));
		if (age.compareTo(MAX_RELOAD_PERIOD) >= 0) {
			return OptionalInt.empty();
		}
		return OptionalInt.of((age.compareTo(FREQUENT_RELOAD_PERIOD) < 0) ? 2 : 10);
	}

}
