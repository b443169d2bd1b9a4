package billpay.serverview.experiment;

import billpay.cookies.CookieReader;
import billpay.serverview.ServerViewCookie;
import billpay.serverview.conversation.ConversationRepository;
import billpay.serverview.recording.ExchangeRecorder;
import billpay.session.SessionFingerprint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Gives a browser the session of another one, and a conversation of its own in which the
 * requests of both are seen.
 */
@Component
class Takeover {

	private static final Logger log = LoggerFactory.getLogger(Takeover.class);

	private final ServerViewCookie cookie;

	private final CookieReader cookies;

	private final ConversationRepository conversations;

	Takeover(ServerViewCookie cookie, CookieReader cookies, ConversationRepository conversations) {
		this.cookie = cookie;
		this.cookies = cookies;
		this.conversations = conversations;
	}

	void perform(TakeoverCode code, ServerViewCookie.Choice choice, HttpServletRequest request,
			HttpServletResponse response) {
		log.warn("session-taken-over: session={}", SessionFingerprint.of(code.sessionId()));
		this.cookies.session().write(code.sessionId(), response);
		String token = this.cookie.takeOver(code.token(), code.sessionId(), response);
		if (choice.ownToken() != null) {
			// What the browser has done so far stays its own.
			this.conversations.move(choice.ownToken(), token);
		}
		ExchangeRecorder recorder = ExchangeRecorder.of(request);
		if (recorder != null) {
			recorder.useToken(token);
		}
	}

}
