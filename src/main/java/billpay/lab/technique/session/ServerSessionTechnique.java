package billpay.lab.technique.session;

import billpay.lab.technique.CookieBasedTechnique;
import billpay.web.CookieDefinition;
import billpay.web.CookieDefinitionFactory;

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
class ServerSessionTechnique extends SessionTechnique implements CookieBasedTechnique {

	private final CookieDefinition cookie;

	ServerSessionTechnique(@Qualifier("labSessions") SessionRepository<MapSession> sessions,
			CookieDefinitionFactory cookies) {
		super(sessions);
		this.cookie = cookies.temporary("LAB_SESSION", name(), "/lab/" + name());
	}

	@Override
	public String name() {
		return "server-session";
	}

	@Override
	public CookieDefinition cookie() {
		return this.cookie;
	}

}
