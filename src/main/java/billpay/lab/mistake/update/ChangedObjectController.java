package billpay.lab.mistake.update;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import billpay.lab.mistake.Half;
import billpay.lab.mistake.Mistake;
import billpay.lab.mistake.MistakeSessions;
import billpay.lab.mistake.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.session.Session;
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

	private final MistakeSessions sessions;

	private final TwoStores stores;

	ChangedObjectController(MistakeSessions sessions, TwoStores stores) {
		this.sessions = sessions;
		this.stores = stores;
	}

	@Override
	public String name() {
		return "changed-object";
	}

	@Override
	public Outcome outcome(Half half, Session session) {
		return this.stores.lines(half.attribute(this), session);
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
		List<String> cart = session.getRequiredAttribute(TwoStores.CART);
		cart.add("hotspot");
	}

	private void replace(Session session) {
		List<String> cart = new ArrayList<>(session.<List<String>>getRequiredAttribute(TwoStores.CART));
		cart.add("hotspot");
		session.setAttribute(TwoStores.CART, cart);
	}

	private String add(Half half, Consumer<Session> addLine, HttpServletRequest request, HttpServletResponse response) {
		this.sessions.update(request, response, (session) -> this.stores.add(half.attribute(this), addLine, session));
		return half.page(this);
	}

}
