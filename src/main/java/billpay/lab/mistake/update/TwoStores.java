package billpay.lab.mistake.update;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import billpay.lab.mistake.Outcome;
import billpay.lab.technique.LabProperties;
import billpay.lab.technique.session.LabSessionRepository;

import org.springframework.session.Session;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * A cart in a session of two stores, one of which holds objects and one bytes. What is
 * done to the cart is done in both.
 */
@Component
class TwoStores {

	/** The attribute with the cart, a list of its lines. */
	static final String CART = "cart";

	private static final int MAX_LINES = 9;

	private final LabSessionRepository objects;

	private final SerializedSessionRepository bytes;

	TwoStores(LabProperties properties, SessionIdGenerator ids, SerializedSessionRepository bytes) {
		this.objects = new LabSessionRepository(properties, ids);
		this.bytes = bytes;
	}

	// The owner is the browser's session, which keeps the ids of the two.
	void add(String name, Consumer<Session> addLine, Session owner) {
		add(this.objects, name + ".objects", addLine, owner);
		add(this.bytes, name + ".bytes", addLine, owner);
	}

	// What a request does: it reads the session, changes it, and the session is saved.
	private static <S extends Session> void add(SessionRepository<S> store, String name, Consumer<Session> addLine,
			Session owner) {
		S session = store.findById(owner.getAttributeOrDefault(name, ""));
		if (session == null) {
			session = store.createSession();
			session.setAttribute(CART, new ArrayList<String>());
			store.save(session);
			owner.setAttribute(name, session.getId());
			session = store.findById(session.getId());
		}
		if (session != null && session.<List<String>>getRequiredAttribute(CART).size() < MAX_LINES) {
			addLine.accept(session);
			session.setLastAccessedTime(Instant.now());
			store.save(session);
		}
	}

	// What the next request finds.
	Outcome lines(String name, Session owner) {
		return new Outcome("changed-object.lines", lines(this.objects, name + ".objects", owner),
				lines(this.bytes, name + ".bytes", owner));
	}

	private static String lines(SessionRepository<? extends Session> store, String name, Session owner) {
		Session session = store.findById(owner.getAttributeOrDefault(name, ""));
		return Integer.toString((session != null) ? session.<List<String>>getRequiredAttribute(CART).size() : 0);
	}

}
