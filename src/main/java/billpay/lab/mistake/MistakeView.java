package billpay.lab.mistake;

import org.jspecify.annotations.Nullable;

/**
 * What the page of a mistake shows.
 *
 * @param name the mistake's name
 * @param previous the mistake before it, {@code null} for the first
 * @param next the mistake after it, {@code null} for the last
 * @param curl how the commands of the page begin
 * @param script the address of the lab's script
 * @param site where they send their requests
 * @param on whether the wrong half works
 * @param wrong the outcome of the wrong half
 * @param right the outcome of the right half
 * @param details what else the mistake's template shows
 */
public record MistakeView(String name, @Nullable String previous, @Nullable String next, String curl, String script,
		String site, boolean on, Outcome wrong, Outcome right, @Nullable Record details) {

	/** The template of the page. */
	public static final String TEMPLATE = "lab/mistake/mistake";

}
