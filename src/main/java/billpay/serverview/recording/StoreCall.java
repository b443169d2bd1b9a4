package billpay.serverview.recording;

import org.jspecify.annotations.Nullable;

/**
 * One thing that the server and the session store said to each other.
 *
 * @param kind what it was
 * @param session the fingerprint of the session it was about
 * @param before the fingerprint that the session had until then, for a change of id
 */
public record StoreCall(Kind kind, String session, @Nullable String before) {

	/**
	 * The kinds.
	 */
	public enum Kind {

		/** Asked for, and there. */
		FOUND("found"),

		/** Asked for, and not there. */
		NOT_FOUND("not-found"),

		/** Saved for the first time. */
		CREATED("created"),

		/** Saved. */
		SAVED("saved"),

		/** Saved under another id. */
		MOVED("moved"),

		/** Ended. */
		ENDED("ended"),

		/** Saved in vain: it was ended meanwhile, or has another id. */
		REFUSED("refused"),

		/** Asked or told, and nothing came back. */
		UNANSWERED("unanswered");

		private final String style;

		Kind(String style) {
			this.style = style;
		}

		/**
		 * Whether the store was asked for the session.
		 * @return {@code false} when it was told something about it
		 */
		public boolean reads() {
			return this == FOUND || this == NOT_FOUND;
		}

		/**
		 * Whether nobody knows by it what the session holds.
		 * @return {@code true} for a question that was left open
		 */
		public boolean leavesOpen() {
			return this == UNANSWERED;
		}

		/**
		 * Whether the session is no more.
		 * @return {@code true} when no later request finds it
		 */
		public boolean ends() {
			return this == NOT_FOUND || this == ENDED;
		}

		/**
		 * What names it in style sheets and message keys.
		 * @return such as {@code not-found}
		 */
		public String style() {
			return this.style;
		}

	}

}
