package billpay.lab.technique.session;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps the order in a session and writes the session's id into every address, as it was
 * done before cookies could be relied on.
 */
@Component
@Order(6)
class SessionIdInUrlTechnique extends SessionTechnique {

	SessionIdInUrlTechnique(@Qualifier("labSessions") SessionRepository<MapSession> sessions) {
		super(sessions);
	}

	@Override
	public String name() {
		return "session-id-in-url";
	}

	@Override
	public @Nullable String receive(HttpServletRequest request) {
		return request.getParameter("sid");
	}

}
