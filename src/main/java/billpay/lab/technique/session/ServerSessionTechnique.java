package billpay.lab.technique.session;

import billpay.lab.technique.LabCookie;
import billpay.web.CookieDefinitionFactory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps the order in a session, whose id is in a cookie, as the shop does.
 */
@Component
@Order(7)
class ServerSessionTechnique extends SessionTechnique {

	private final LabCookie cookie;

	ServerSessionTechnique(@Qualifier("labSessions") SessionRepository<MapSession> sessions,
			CookieDefinitionFactory cookies) {
		super(sessions);
		this.cookie = new LabCookie(cookies, "LAB_SESSION", name());
	}

	@Override
	public String name() {
		return "server-session";
	}

	@Override
	public void send(String state, HttpServletResponse response) {
		this.cookie.write(state, response);
	}

	@Override
	public @Nullable String receive(HttpServletRequest request) {
		return this.cookie.read(request);
	}

	@Override
	public void forget(HttpServletResponse response) {
		this.cookie.forget(response);
	}

}
