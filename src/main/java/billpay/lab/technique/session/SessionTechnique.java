package billpay.lab.technique.session;

import java.time.Instant;

import billpay.lab.order.LabOrder;
import billpay.lab.technique.DecodedState;
import billpay.lab.technique.Technique;
import org.jspecify.annotations.Nullable;

import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;

/**
 * A technique whose state is the id of a session. The order stays in the memory of one
 * node, whatever store the shop's sessions are in. A browser that sends the id of its
 * session keeps it; one that does not gets another each time, up to the number of all.
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
	public String update(@Nullable String state, LabOrder order) {
		MapSession session = (state != null) ? this.sessions.findById(state) : null;
		return (session != null && session.getAttribute(ORDER) != null) ? save(order, session) : encode(order);
	}

	private String save(LabOrder order, MapSession session) {
		session.setLastAccessedTime(Instant.now());
		session.setAttribute(ORDER, order);
		this.sessions.save(session);
		return session.getId();
	}

	@Override
	public String format() {
		return "id";
	}

	@Override
	public DecodedState decode(String state) {
		MapSession session = this.sessions.findById(state);
		return (session != null && session.getAttribute(ORDER) instanceof LabOrder order)
				? new DecodedState.Remembered(order) : new DecodedState.Refused("no-session");
	}

}
