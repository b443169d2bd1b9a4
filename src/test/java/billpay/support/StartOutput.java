package billpay.support;

import java.util.regex.Pattern;

/**
 * What the application under test has written while it started. Spring Framework pauses
 * the contexts of other tests in this process; their session repositories go on to clean
 * up every minute, and say that their Redis is stopped.
 */
public final class StartOutput {

	private static final Pattern PAUSED_CONTEXT = Pattern
		.compile("[^\n]*Unexpected error occurred in scheduled task\n(?:(?![0-9]{4}-)[^\n]*\n)*");

	private StartOutput() {
	}

	/**
	 * Takes out what paused contexts have written.
	 * @param output all output of the process
	 * @return the rest
	 */
	public static String of(CharSequence output) {
		return PAUSED_CONTEXT.matcher(output).replaceAll("");
	}

}
