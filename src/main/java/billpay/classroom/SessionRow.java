package billpay.classroom;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An active session on the instructor's page. It has no value that lets anybody use the
 * session.
 *
 * @param fingerprint the fingerprint of the session's id
 * @param user who is signed in, {@code null} when nobody is
 * @param age the time since its creation, such as {@code 0:12:40}
 * @param timeLeft the time until it expires without another request, such as
 * {@code 0:29:59}
 * @param attributes its attributes
 * @param current whether it is the session of this request
 */
public record SessionRow(String fingerprint, @Nullable String user, String age, String timeLeft,
		List<Attribute> attributes, boolean current) {

	/**
	 * The fingerprint as part of a URL.
	 * @return the fingerprint without its sign
	 */
	public String key() {
		return this.fingerprint.substring(1);
	}

	/**
	 * One attribute.
	 *
	 * @param name the last part of its name
	 * @param text its value, without what a class must not see
	 */
	public record Attribute(String name, String text) {
	}

}
