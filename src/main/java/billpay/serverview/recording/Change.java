package billpay.serverview.recording;

import org.jspecify.annotations.Nullable;

/**
 * What a request did to an attribute of its session.
 *
 * @param kind what
 * @param attribute the attribute as it is now; as it was, when it is gone
 * @param before what stood there before, {@code null} when nothing did or it is a secret
 */
public record Change(Kind kind, SeenSession.Attribute attribute, @Nullable String before) {

	/**
	 * The kinds of change.
	 */
	public enum Kind {

		/** Set for the first time. */
		ADDED("added"),

		/** Set to another value. */
		CHANGED("changed"),

		/** Not there any more. */
		REMOVED("removed");

		private final String style;

		Kind(String style) {
			this.style = style;
		}

		/**
		 * What names it in style sheets and message keys.
		 * @return such as {@code added}
		 */
		public String style() {
			return this.style;
		}

	}

}
