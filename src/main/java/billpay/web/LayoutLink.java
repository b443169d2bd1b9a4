package billpay.web;

/**
 * A link that a module adds to pages which do not know it. Modules publish theirs as
 * beans.
 *
 * @param place where it stands
 * @param path where it leads, below the context path
 * @param messageKey its text
 * @param forInstructor whether only the instructor sees it
 */
public record LayoutLink(Place place, String path, String messageKey, boolean forInstructor) {

	/**
	 * Where a link stands.
	 */
	public enum Place {

		/** The navigation at the top of every page. */
		HEADER,

		/** The bottom of every page. */
		FOOTER,

		/** The end of the home page. */
		HOME,

		/** What can be done when no bill is due. */
		NOTHING_DUE

	}

}
