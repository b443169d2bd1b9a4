package billpay.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A short name for a session that is safe to show and to log: whoever has a live session
 * id has the session, and nobody gets from the fingerprint back to the id.
 */
public final class SessionFingerprint {

	/** Copied for each use: to ask for a new one takes longer than to use it. */
	private static final MessageDigest SHA_256 = sha256();

	private static final HexFormat HEX = HexFormat.of();

	private SessionFingerprint() {
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * The fingerprint of a session.
	 * @param sessionId the session's id
	 * @return {@code #} and four hexadecimal digits of the id's SHA-256, such as
	 * {@code #a3f9}
	 */
	public static String of(String sessionId) {
		try {
			MessageDigest digest = (MessageDigest) SHA_256.clone();
			byte[] hash = digest.digest(sessionId.getBytes(StandardCharsets.UTF_8));
			return "#" + HEX.toHexDigits(hash[0]) + HEX.toHexDigits(hash[1]);
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException("SHA-256 of the Java platform can be copied", ex);
		}
	}

}
