package billpay.classroom;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A live session as the instructor's page shows it: nothing in it lets anybody use the
 * session.
 *
 * @param fingerprint stands for the session's id
 * @param user who is signed in, {@code null} when nobody is
 * @param age since when there is the session, such as {@code 0:12:40}
 * @param timeLeft until when it lives if no request comes, such as {@code 0:29:59}
 * @param attributes what it holds
 * @param current whether it is the session of this very request
 */
public record SessionRow(String fingerprint, @Nullable String user, String age, String timeLeft,
		List<Attribute> attributes, boolean current) {

	/**
	 * The fingerprint as it stands in an address.
	 * @return the fingerprint without its sign
	 */
	public String key() {
		return this.fingerprint.substring(1);
	}

	/**
	 * One attribute.
	 *
	 * @param name the last part of its name
	 * @param text its value, as far as a class may see it
	 */
	public record Attribute(String name, String text) {
	}

}
