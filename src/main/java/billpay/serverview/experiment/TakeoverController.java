package billpay.serverview.experiment;

import billpay.cookies.CookieReader;
import billpay.serverview.ServerViewCookie;
import billpay.serverview.conversation.Experiment;
import billpay.serverview.recording.ExchangeRecorder;
import billpay.session.SessionFingerprint;
import billpay.web.error.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The experiment in which another browser gets the session's cookie. The owner has to
 * hand the code over; only the cookie changes in the other browser, as it would if the
 * cookie had been stolen.
 */
@Controller
@ConditionalOnBooleanProperty(name = "billpay.server-view.steal-session", matchIfMissing = true)
class TakeoverController {

	private static final Logger log = LoggerFactory.getLogger(TakeoverController.class);

	private final ServerViewCookie cookie;

	private final CookieReader cookies;

	private final TakeoverCodeRepository codes;

	private final SessionRepository<?> sessions;

	TakeoverController(ServerViewCookie cookie, CookieReader cookies, TakeoverCodeRepository codes,
			SessionRepository<?> sessions) {
		this.cookie = cookie;
		this.cookies = cookies;
		this.codes = codes;
		this.sessions = sessions;
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

	@GetMapping("/server-view/steal")
	String form(Model model) {
		model.addAttribute("form", new TakeoverForm(null));
		return "serverview/steal";
	}

	@PostMapping("/server-view/steal")
	String takeOver(@ModelAttribute("form") TakeoverForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		String token = this.cookie.read(request).token();
		if (this.codes.isOf(token, form.code())) {
			return refuse("same", errors, response);
		}
		TakeoverCode code = this.codes.redeem(form.code())
			.filter((issued) -> this.sessions.findById(issued.sessionId()) != null)
			.orElse(null);
		if (code == null) {
			return refuse((form.code().isBlank()) ? "empty" : "wrong", errors, response);
		}
		log.warn("session-taken-over: session={}", SessionFingerprint.of(code.sessionId()));
		this.cookies.session().write(code.sessionId(), response);
		this.cookie.takeOver(code.token(), code.sessionId(), response);
		return "redirect:/";
	}

	private static String refuse(String reason, BindingResult errors, HttpServletResponse response) {
		errors.rejectValue("code", "server-view.steal." + reason);
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "serverview/steal";
	}

}
