package billpay.lab.mistake.csrf;

import billpay.lab.mistake.Half;
import billpay.lab.mistake.Mistake;
import billpay.lab.mistake.MistakeSessions;
import billpay.lab.mistake.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A form that another site sends with the cookie of its victim. Wrong: the server does
 * what it says. Right: the form needs a token, which the other site cannot read.
 */
@Controller
@Order(7)
class NoCsrfTokenController implements Mistake {

	static final String PATH = MistakeSessions.PATH + "/no-csrf-token";

	private final MistakeSessions sessions;

	private final CsrfSessions csrf;

	NoCsrfTokenController(MistakeSessions sessions, CsrfSessions csrf) {
		this.sessions = sessions;
		this.csrf = csrf;
	}

	@Override
	public String name() {
		return "no-csrf-token";
	}

	@Override
	public Outcome outcome(Half half, Session session) {
		Recipient to = session.getAttribute(half.attribute(this));
		return Outcome.of("no-csrf-token." + ((to != null) ? to.key() : "kept"));
	}

	@Override
	public Record details(Session session, HttpServletRequest request) {
		return TokenView.of(CsrfSessions.tokenOf(session), request);
	}

	@Override
	public void open(HttpServletRequest request, HttpServletResponse response) {
		this.csrf.open(request, response);
	}

	@PostMapping(PATH + "/wrong/send")
	String wrong(@RequestParam Recipient to, HttpServletRequest request, HttpServletResponse response, Model model) {
		if (this.csrf.resume(request) == null) {
			return RefusalPage.show("no-cookie", request, response, model);
		}
		// The browser adds the cookie to every form, whichever site the form is on.
		this.sessions.update(request, response, (session) -> session.setAttribute(Half.WRONG.attribute(this), to));
		return Half.WRONG.page(this);
	}

	@PostMapping(PATH + "/right/send")
	String right(@RequestParam Recipient to, @RequestParam(defaultValue = "") String token, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		String expected = this.csrf.resume(request);
		if (expected == null || !CsrfSessions.isSame(token, expected)) {
			return RefusalPage.show((expected != null) ? "refused" : "no-cookie", request, response, model);
		}
		this.sessions.update(request, response, (session) -> session.setAttribute(Half.RIGHT.attribute(this), to));
		return Half.RIGHT.page(this);
	}

}
