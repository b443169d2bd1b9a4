package billpay.lab.mistake.csrf;

import billpay.lab.mistake.Half;
import billpay.lab.mistake.Mistake;
import billpay.lab.mistake.MistakeSessions;
import billpay.lab.mistake.Outcome;
import billpay.web.error.RefusedRequestException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
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
		return Outcome.of("no-csrf-token." + session.getAttributeOrDefault(half.attribute(this), "kept"));
	}

	@Override
	public Object details(Session session, String site) {
		return new TokenView(CsrfSessions.tokenOf(session), OtherSiteController.addressFor(site));
	}

	@Override
	public void open(HttpServletRequest request, HttpServletResponse response) {
		this.csrf.open(request, response);
	}

	@PostMapping(PATH + "/wrong/send")
	String wrong(@RequestParam Recipient to, HttpServletRequest request, HttpServletResponse response) {
		this.csrf.resume(request);
		return send(Half.WRONG, to, request, response);
	}

	@PostMapping(PATH + "/right/send")
	String right(@RequestParam Recipient to, @RequestParam(defaultValue = "") String token, HttpServletRequest request,
			HttpServletResponse response) {
		this.csrf.resume(request);
		if (!token.equals(this.csrf.tokenOf(request))) {
			throw new RefusedRequestException(HttpStatus.FORBIDDEN, "lab.mistake.no-csrf-token.refused");
		}
		return send(Half.RIGHT, to, request, response);
	}

	private String send(Half half, Recipient to, HttpServletRequest request, HttpServletResponse response) {
		this.sessions.update(request, response, (session) -> session.setAttribute(half.attribute(this), to.key()));
		return half.page(this);
	}

}
