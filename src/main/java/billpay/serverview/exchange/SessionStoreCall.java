package billpay.serverview.exchange;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One call to the session store, with its result.
 *
 * @param kind what it was
 * @param session the fingerprint of the session it was about
 * @param before the fingerprint that the session had until then, for a change of id
 */
public record SessionStoreCall(Kind kind, String session, @Nullable String before) {

	/**
	 * The kinds of call.
	 */
	public enum Kind {

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

		/** Deleted. */
		ENDED,

		/** Saved in vain: it was ended meanwhile, or has another id. */
		REFUSED,

		/** The store did not respond. */
		UNANSWERED;

		/**
		 * Whether the store was asked for the session.
		 * @return {@code false} when the session was saved or deleted
		 */
		public boolean reads() {
			return this == FOUND || this == NOT_FOUND;
		}

		/**
		 * Whether the session does not exist any more.
		 * @return {@code true} when no later request finds it
		 */
		public boolean ends() {
			return this == NOT_FOUND || this == ENDED;
		}

		/**
		 * Its name in style sheets and message keys.
		 * @return such as {@code not-found}
		 */
		public String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
