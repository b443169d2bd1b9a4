package billpay.serverview;

import java.util.Locale;

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

		ADDED, CHANGED, REMOVED;

		/**
		 * The end of the key of the message that names it.
		 * @return the key
		 */
		String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
