package billpay.lab.technique.session;

import java.time.Instant;

import billpay.lab.order.LabOrder;
import billpay.lab.technique.DecodedState;
import billpay.lab.technique.Technique;

import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;

/**
 * A technique whose state is the id of a session. The order stays in the server's memory.
 * The sessions are the lab's own, by a repository of Spring Session's.
 */
abstract class SessionTechnique implements Technique {

	private static final String ORDER = "order";

	private final SessionRepository<MapSession> sessions;

	SessionTechnique(SessionRepository<MapSession> sessions) {
		this.sessions = sessions;
	}

	@Override
	public String encode(LabOrder order) {
		return save(order, this.sessions.createSession());
	}

	@Override
	public String update(String state, LabOrder order) {
		MapSession session = this.sessions.findById(state);
		return (session != null && session.getAttribute(ORDER) != null) ? save(order, session) : encode(order);
	}

	private String save(LabOrder order, MapSession session) {
		session.setLastAccessedTime(Instant.now());
		session.setAttribute(ORDER, order);
		this.sessions.save(session);
		return session.getId();
	}

	@Override
	public DecodedState decode(String state) {
		MapSession session = this.sessions.findById(state);
		return (session != null && session.getAttribute(ORDER) instanceof LabOrder order)
				? new DecodedState.Remembered(order) : new DecodedState.Refused("no-session");
	}

}
