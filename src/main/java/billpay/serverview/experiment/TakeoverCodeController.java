package billpay.serverview.experiment;

import billpay.serverview.ServerViewCookie;
import billpay.serverview.exchange.Experiment;
import billpay.serverview.recording.ExchangeRecorder;
import billpay.web.error.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Issues the code that lets another browser take over the session. Its owner has to hand
 * it over.
 */
@Controller
@ConditionalOnBooleanProperty("billpay.server-view.steal-session")
class TakeoverCodeController {

	private final ServerViewCookie cookie;

	private final TakeoverCodeRepository codes;

	TakeoverCodeController(ServerViewCookie cookie, TakeoverCodeRepository codes) {
		this.cookie = cookie;
		this.codes = codes;
	}

	@PostMapping(path = "/server-view/experiments", params = "experiment=steal")
	String issueCode(@RequestParam(defaultValue = "") String next, HttpServletRequest request, HttpSession session) {
		ServerViewCookie.Choice choice = this.cookie.read(request);
		// The instructor's session opens everything, and the code may be on a projector.
		if (choice.token() == null || choice.otherBrowser() || request.isUserInRole("INSTRUCTOR")) {
			throw new NotFoundException("error.no-such-experiment");
		}
		this.codes.issue(session.getId(), choice.token());
		ExchangeRecorder.recordExperiment(request, Experiment.STEAL);
		return ExperimentController.redirect(next);
	}

}
