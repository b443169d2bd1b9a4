package billpay.lab.mistake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Wrong: the cart is changed in place, which a store of objects keeps by accident and a
 * store of bytes loses. Right: the changed cart is another object, and is set. The same
 * code runs on both stores.
 */
@Controller
@Order(5)
class ChangedObjectController implements Mistake {

	private static final String CART = "cart";

	private static final int MAX_LINES = 9;

	private final MistakeSessions sessions;

	private final SessionRepository<MapSession> objects;

	private final SessionRepository<SerializedSession> bytes;

	ChangedObjectController(MistakeSessions sessions,
			@Qualifier("mistakeSessionRepository") SessionRepository<MapSession> objects,
			SerializedSessionRepository bytes) {
		this.sessions = sessions;
		this.objects = objects;
		this.bytes = bytes;
	}

	@Override
	public String name() {
		return "changed-object";
	}

	@Override
	public Outcome outcome(Half half, Session session) {
		return new Outcome("changed-object.lines", lines(this.objects, half, session),
				lines(this.bytes, half, session));
	}

	@Override
	public Outcome outcomeOfCommands(Half half) {
		return new Outcome("changed-object.lines", "2", (half == Half.WRONG) ? "0" : "2");
	}

	@PostMapping("/lab/mistakes/changed-object/wrong/add")
	String wrong(HttpServletRequest request, HttpServletResponse response) {
		return add(Half.WRONG, this::change, request, response);
	}

	@PostMapping("/lab/mistakes/changed-object/right/add")
	String right(HttpServletRequest request, HttpServletResponse response) {
		return add(Half.RIGHT, this::replace, request, response);
	}

	private void change(Session session) {
		List<String> cart = session.getRequiredAttribute(CART);
		cart.add("hotspot");
	}

	private void replace(Session session) {
		List<String> cart = new ArrayList<>(session.<List<String>>getRequiredAttribute(CART));
		cart.add("hotspot");
		session.setAttribute(CART, cart);
	}

	private String add(Half half, Consumer<Session> addLine, HttpServletRequest request, HttpServletResponse response) {
		this.sessions.update(request, response, (session) -> {
			add(this.objects, half, addLine, session);
			add(this.bytes, half, addLine, session);
		});
		return half.page(this);
	}

	// What a request does: it reads the session, changes it, and the session is saved.
	private <S extends Session> void add(SessionRepository<S> store, Half half, Consumer<Session> addLine,
			Session owner) {
		S session = store.findById(idOf(store, half, owner));
		if (session == null) {
			session = store.createSession();
			session.setAttribute(CART, new ArrayList<String>());
			store.save(session);
			owner.setAttribute(attribute(store, half), session.getId());
			session = store.findById(session.getId());
		}
		if (session != null && session.<List<String>>getRequiredAttribute(CART).size() < MAX_LINES) {
			addLine.accept(session);
			store.save(session);
		}
	}

	// What the next request finds.
	private String lines(SessionRepository<? extends Session> store, Half half, Session owner) {
		Session session = store.findById(idOf(store, half, owner));
		return Integer.toString((session != null) ? session.<List<String>>getRequiredAttribute(CART).size() : 0);
	}

	private String idOf(SessionRepository<?> store, Half half, Session owner) {
		return owner.getAttributeOrDefault(attribute(store, half), "");
	}

	private String attribute(SessionRepository<?> store, Half half) {
		return half.attribute(this) + ((store == this.bytes) ? ".bytes" : ".objects");
	}

}
