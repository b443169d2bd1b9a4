package billpay.serverview.exchange;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import static billpay.web.format.SensitiveDataRedactor.OMITTED;

/**
 * What a request did to an attribute of its session.
 *
 * @param kind what
 * @param attribute the attribute as it is now; as it was, when it is gone
 * @param before what stood there before, {@code null} when nothing did or it is a secret
 */
public record AttributeChange(Kind kind, SessionAttribute attribute, @Nullable String before) {

	/**
	 * The same change without its values.
	 * @return the attribute's name alone
	 */
	AttributeChange withoutValues() {
		return new AttributeChange(this.kind, this.attribute.withoutValue(), (this.before != null) ? OMITTED : null);
	}

	/**
	 * The kinds of change.
	 */
	public enum Kind {

		/** Set for the first time. */
		ADDED,

		/** Set to another value. */
		CHANGED,

		/** Not there any more. */
		REMOVED;

		/**
		 * Its name in style sheets and message keys.
		 * @return such as {@code added}
		 */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
