package billpay.serverview;

import org.jspecify.annotations.Nullable;

/**
 * What a request did to an attribute of its session.
 *
 * @param kind what
 * @param attribute the attribute as it is now; as it was, when it is gone
 * @param before what stood there before, {@code null} when nothing did or it is a secret
 */
record Change(Kind kind, SeenSession.Attribute attribute, @Nullable String before) {

	/**
	 * The kinds of change.
	 */
	enum Kind {

		ADDED("added"), CHANGED("changed"), REMOVED("removed");

		private final String style;

		private final String key;

		Kind(String style) {
			this.style = style;
			this.key = "change." + style;
		}

		/**
		 * The key of the message that names it.
		 * @return the key
		 */
		String key() {
			return this.key;
		}

		/**
		 * The class of what is drawn of it.
		 * @return a word
		 */
		String style() {
			return this.style;
		}

	}

}
