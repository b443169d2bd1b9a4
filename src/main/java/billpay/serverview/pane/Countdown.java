package billpay.serverview.pane;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that ends at a time. A script lets the clock run and shows the other texts
 * when it is time for them.
 *
 * @param text what ends, up to the clock
 * @param seconds how many seconds are left
 * @param left the same as the clock shows it
 * @param warning what to say on the page a minute before the end, {@code null} for
 * nothing
 * @param over what to say at the end
 */
public record Countdown(String text, long seconds, String left, @Nullable String warning, String over) {

	static Countdown of(String text, Instant now, Instant end, @Nullable String warning, String over) {
		long seconds = secondsBetween(now, end);
		return new Countdown(text, seconds, clock(seconds), warning, over);
	}

	static long secondsBetween(Instant from, Instant to) {
		return Math.max(Duration.between(from, to).toSeconds(), 0);
	}

	// Such as 29:59 or 1:00:00.
	static String clock(long seconds) {
		long minutes = seconds / 60;
		return ((minutes < 60) ? Long.toString(minutes) : minutes / 60 + ":" + twoDigits(minutes % 60)) + ":"
				+ twoDigits(seconds % 60);
	}

	private static String twoDigits(long number) {
		return (number < 10) ? "0" + number : Long.toString(number);
	}

}
