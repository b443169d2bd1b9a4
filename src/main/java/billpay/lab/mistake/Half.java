package billpay.lab.mistake;

import java.util.Locale;

/**
 * The two ways in which every mistake is shown.
 */
public enum Half {

	/** Wrong on purpose. */
	WRONG,

	/** As it should be done. */
	RIGHT;

	/**
	 * The attribute of the session in which a mistake keeps the outcome of this half.
	 * @param mistake the mistake
	 * @return the name of the attribute
	 */
	public String attribute(Mistake mistake) {
		return mistake.name() + "." + name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The redirect that ends a POST of this half.
	 * @param mistake the mistake
	 * @return a view name that leads to this half on the mistake's page
	 */
	public String page(Mistake mistake) {
		return "redirect:" + mistake.page() + "#" + name().toLowerCase(Locale.ROOT);
	}

}
