package billpay.serverview.experiment;

import java.time.Instant;

/**
 * A code that lets another browser take over a session, once.
 *
 * @param code the code without the dash
 * @param sessionId the id of the session
 * @param token what the conversation of the session's browser is found by
 * @param expires when the code is no longer valid
 */
public record TakeoverCode(String code, String sessionId, String token, Instant expires) {

	private static final int HALF = 5;

	/**
	 * The code as it is shown, easier to read out.
	 * @return such as {@code K7MPQ-3XWZT}
	 */
	public String text() {
		return this.code.substring(0, HALF) + "-" + this.code.substring(HALF);
	}

	@Override
	public String toString() {
		return "TakeoverCode[expires=" + this.expires + "]";
	}

}
