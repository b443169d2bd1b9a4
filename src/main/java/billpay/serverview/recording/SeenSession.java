package billpay.serverview.recording;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * A session at one moment, as it may be shown: no id, no token, and texts in place of the
 * values.
 *
 * @param fingerprint stands for its id
 * @param began when it began; a change of id keeps it
 * @param ends when it ends if nobody asks for it again
 * @param user who is signed in, {@code null} when nobody is
 * @param signedIn since when, {@code null} when it does not say
 * @param attributes its attributes, by name; none for a session before the request, as
 * what has become of them is among the changes
 */
public record SeenSession(String fingerprint, Instant began, Instant ends, @Nullable String user,
		@Nullable Instant signedIn, List<Attribute> attributes) {

	/**
	 * An attribute.
	 *
	 * @param name its name
	 * @param value its value, {@code null} for a secret
	 */
	public record Attribute(String name, @Nullable String value) {

		/** Where Spring MVC keeps flash attributes. */
		private static final String FLASH_MAPS = SessionFlashMapManager.class.getName() + ".FLASH_MAPS";

		/**
		 * Whether it is what a redirect has left for the next page.
		 * @return {@code true} for flash attributes
		 */
		public boolean isFlash() {
			return this.name.equals(FLASH_MAPS);
		}

		/**
		 * The name without the package that makes it unmistakable.
		 * @return the end of the name
		 */
		public String shortName() {
			return this.name.substring(this.name.lastIndexOf('.') + 1);
		}

	}

}
