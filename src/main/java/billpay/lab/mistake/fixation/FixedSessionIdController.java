package billpay.lab.mistake.fixation;

import billpay.lab.mistake.Half;
import billpay.lab.mistake.Mistake;
import billpay.lab.mistake.MistakeSessions;
import billpay.lab.mistake.Outcome;
import billpay.web.error.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * An attacker opens a session, and makes somebody else log in to it. Wrong: the id stays
 * the same at login, and the attacker knows it. Right: the id changes.
 */
@Controller
@Order(6)
class FixedSessionIdController implements Mistake {

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
	public Object details(Session session, String site) {
		return session.getId();
	}

	@Override
	public void open(HttpServletRequest request, HttpServletResponse response) {
		this.sessions.update(request, response, (session) -> {
		});
	}

	@GetMapping(path = "/lab/mistakes/fixed-session-id", params = "sid")
	String follow(@RequestParam String sid, HttpServletRequest request, HttpServletResponse response) {
		if (!this.sessions.resume(sid, request)) {
			throw new NotFoundException("lab.mistake.fixed-session-id.unknown");
		}
		open(request, response);
		return "redirect:/lab/mistakes/fixed-session-id";
	}

	@PostMapping("/lab/mistakes/fixed-session-id/wrong/login")
	String wrong(HttpServletRequest request, HttpServletResponse response) {
		this.sessions.update(request, response, (session) -> session.setAttribute(Half.WRONG.attribute(this), "mark"));
		return Half.WRONG.page(this);
	}

	@PostMapping("/lab/mistakes/fixed-session-id/right/login")
	String right(HttpServletRequest request, HttpServletResponse response) {
		this.sessions.update(request, response, (session) -> {
			session.changeSessionId();
			session.setAttribute(Half.RIGHT.attribute(this), "mark");
		});
		return Half.RIGHT.page(this);
	}

}
