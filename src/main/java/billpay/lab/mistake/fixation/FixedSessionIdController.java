package billpay.lab.mistake.fixation;

import java.util.Arrays;

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
 * An attacker opens a session, and makes somebody else log in to it. Wrong: the id stays
 * the same at login, and the attacker knows it. Right: the id changes.
 */
@Controller
@Order(6)
class FixedSessionIdController implements Mistake {

	static final String PATH = MistakeSessions.PATH + "/fixed-session-id";

	private final MistakeSessions sessions;

	FixedSessionIdController(MistakeSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public String name() {
		return "fixed-session-id";
	}

	@Override
	public Outcome outcome(Half half, Session session) {
		String user = session.getAttribute(half.attribute(this));
		return (user != null) ? new Outcome("fixed-session-id.user", user, "") : Outcome.of("fixed-session-id.nobody");
	}

	@Override
	public Record details(Session session, HttpServletRequest request) {
		boolean loggedIn = Arrays.stream(Half.values())
			.map((half) -> half.attribute(this))
			.anyMatch(session.getAttributeNames()::contains);
		return new FixationView(session.getId(), (loggedIn) ? null : SessionLinkController.linkTo(session, request));
	}

	@Override
	public void open(HttpServletRequest request, HttpServletResponse response) {
		this.sessions.open(request, response);
	}

	@PostMapping(PATH + "/wrong/login")
	String wrong(HttpServletRequest request, HttpServletResponse response) {
		this.sessions.update(request, response, (session) -> session.setAttribute(Half.WRONG.attribute(this), "mark"));
		return Half.WRONG.page(this);
	}

	@PostMapping(PATH + "/right/login")
	String right(HttpServletRequest request, HttpServletResponse response) {
		this.sessions.update(request, response, (session) -> {
			session.changeSessionId();
			session.setAttribute(Half.RIGHT.attribute(this), "mark");
		});
		return Half.RIGHT.page(this);
	}

}
