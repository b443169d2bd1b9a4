package billpay.serverview.experiment;

import billpay.cookies.CookieReader;
import billpay.serverview.exchange.Experiment;
import billpay.serverview.recording.ExchangeRecorder;
import billpay.web.ReturnPath;
import billpay.web.error.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The experiments with the session. Each does one thing to the session of the browser
 * that asks for it and leads back to the page, which then shows what has become of it.
 */
@Controller
class ExperimentController {

	private final CookieReader cookies;

	private final SessionRepository<?> sessions;

	ExperimentController(CookieReader cookies, SessionRepository<?> sessions) {
		this.cookies = cookies;
		this.sessions = sessions;
	}

	@PostMapping("/server-view/experiments")
	String run(@RequestParam(name = "experiment", defaultValue = "") String name,
			@RequestParam(defaultValue = "") String attribute, @RequestParam(defaultValue = "") String next,
			HttpServletRequest request, HttpServletResponse response, HttpSession session) {
		Experiment experiment = Experiment.of(name)
			.orElseThrow(() -> new NotFoundException("error.no-such-experiment"));
		if (experiment == Experiment.DROP_ATTRIBUTE && session.getAttribute(attribute) == null) {
			throw new NotFoundException("error.no-such-attribute");
		}
		switch (experiment) {
			case FORGET_COOKIE -> this.cookies.session().forget(response);
			// Not session.invalidate(), which takes the cookie away as well.
			case FORGET_SESSION -> this.sessions.deleteById(session.getId());
			case DROP_ATTRIBUTE -> session.removeAttribute(attribute);
			case EXPIRE -> session.setMaxInactiveInterval(0);
			case CHANGE_ID -> request.changeSessionId();
			case REPLAY, STEAL -> throw new NotFoundException("error.no-such-experiment");
		}
		ExchangeRecorder.recordExperiment(request, experiment);
		return redirect(next);
	}

	// To the place in the pane that says what has become of the experiment.
	static String redirect(String next) {
		return "redirect:" + ReturnPath.anyPage(next).map(ReturnPath::value).orElse("/") + "#experiment";
	}

}
