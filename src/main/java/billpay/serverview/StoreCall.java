package billpay.serverview;

import org.jspecify.annotations.Nullable;

/**
 * One thing that the server and the session store said to each other.
 *
 * @param kind what it was
 * @param session the fingerprint of the session it was about
 * @param before the fingerprint that the session had until then, for a change of id
 */
record StoreCall(Kind kind, String session, @Nullable String before) {

	/**
	 * The kinds.
	 */
	enum Kind {

		/** Asked for, and there. */
		FOUND,

		/** Asked for, and not there. */
		NOT_FOUND,

		/** Saved for the first time. */
		CREATED,

		/** Saved. */
		SAVED,

		/** Saved under another id. */
		MOVED,

		/** Ended. */
		ENDED,

		/** Saved in vain: somebody has ended it meanwhile. */
		REFUSED;

		/**
		 * Whether the store was asked for the session.
		 * @return {@code false} when it was told something about it
		 */
		boolean reads() {
			return this == FOUND || this == NOT_FOUND;
		}

		/**
		 * Whether the session is no more.
		 * @return {@code true} when no later request finds it
		 */
		boolean ends() {
			return this == NOT_FOUND || this == ENDED || this == REFUSED;
		}

		/**
		 * The end of the key of the message that names it.
		 * @return the key
		 */
		String key() {
			return switch (this) {
				case FOUND -> "found";
				case NOT_FOUND -> "not-found";
				case CREATED -> "created";
				case SAVED -> "saved";
				case MOVED -> "moved";
				case ENDED -> "ended";
				case REFUSED -> "refused";
			};
		}

	}

}
