package billpay.lab.mistake;

import java.util.Locale;

/**
 * The two ways in which every mistake is shown.
 */
enum Half {

	/** Wrong on purpose. */
	WRONG,

	/** As it should be done. */
	RIGHT;

	// Also the name of the attribute in which a session keeps what came of it.
	String attribute(Mistake mistake) {
		return mistake.name() + "." + name().toLowerCase(Locale.ROOT);
	}

	String page(Mistake mistake) {
		return "redirect:/lab/mistakes/" + mistake.name() + "#" + name().toLowerCase(Locale.ROOT);
	}

}
