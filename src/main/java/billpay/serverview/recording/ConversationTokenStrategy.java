package billpay.serverview.recording;

import billpay.serverview.ServerViewCookie;
import billpay.serverview.conversation.ConversationRepository;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/**
 * Changes the token of a conversation at a login, for the reason that the session's id is
 * changed: somebody may have set the token before, and must not read on. A conversation
 * that is another browser's stays with that one. A failure in here fails no login.
 */
@Component
class ConversationTokenStrategy implements SessionAuthenticationStrategy {

	private static final Logger log = LoggerFactory.getLogger(ConversationTokenStrategy.class);

	private final ServerViewCookie cookie;

	private final ConversationRepository conversations;

	ConversationTokenStrategy(ServerViewCookie cookie, ConversationRepository conversations) {
		this.cookie = cookie;
		this.conversations = conversations;
	}

	@Override
	public void onAuthentication(Authentication user, HttpServletRequest request, HttpServletResponse response) {
		ExchangeRecorder recorder = ExchangeRecorder.of(request);
		String own = (recorder != null) ? recorder.choice().ownToken() : null;
		if (own == null) {
			return;
		}
		String token = this.cookie.issueToken(response);
		move(own, token);
		recorder.useToken(token);
	}

	private void move(String token, String next) {
		try {
			this.conversations.move(token, next);
		}
		catch (DataAccessException ex) {
			log.warn("conversation-not-moved: reason={}", ex.getClass().getSimpleName());
		}
	}

}
