package billpay.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A short name for a session that is safe to show and to log. The id itself is not:
 * anybody who has it can use the session. It cannot be computed from the fingerprint.
 */
public final class SessionFingerprint {

	private static final int BYTES = 4;

	private SessionFingerprint() {
	}

	/**
	 * The fingerprint of a session.
	 * @param sessionId the session's id
	 * @return {@code #} and the first eight hexadecimal digits of the id's SHA-256, such
	 * as {@code #a3f90c17}: of half a million sessions some thirty share theirs with
	 * another one
	 */
	public static String of(String sessionId) {
		byte[] hash = sha256().digest(sessionId.getBytes(StandardCharsets.UTF_8));
		return "#" + HexFormat.of().formatHex(hash, 0, BYTES);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
