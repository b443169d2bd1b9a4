package billpay.lab.mistake;

import org.jspecify.annotations.Nullable;

/**
 * What the page of a mistake shows.
 *
 * @param name the mistake's name
 * @param previous the mistake before it, {@code null} for the first
 * @param next the mistake after it, {@code null} for the last
 * @param site where the commands of the page send their requests
 * @param on whether the wrong half works
 * @param wrong what has come of the wrong half
 * @param right what has come of the right half
 * @param details what else the mistake's template shows
 */
public record MistakeView(String name, @Nullable String previous, @Nullable String next, String site, boolean on,
		Outcome wrong, Outcome right, @Nullable Object details) {

}
