package billpay.lab.mistake;

import org.jspecify.annotations.Nullable;

/**
 * What the page of a mistake shows.
 *
 * @param name the mistake's name
 * @param previous the mistake before it, {@code null} for the first
 * @param next the mistake after it, {@code null} for the last
 * @param curl how the commands of the page begin
 * @param site where they send their requests
 * @param on whether the wrong half works
 * @param wrong what has come of the wrong half
 * @param right what has come of the right half
 * @param wrongCommands what comes of the commands for the wrong half
 * @param rightCommands what comes of those for the right half
 * @param details what else the mistake's template shows
 */
public record MistakeView(String name, @Nullable String previous, @Nullable String next, String curl, String site,
		boolean on, Outcome wrong, Outcome right, Outcome wrongCommands, Outcome rightCommands,
		@Nullable Object details) {

}
