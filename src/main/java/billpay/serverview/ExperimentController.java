package billpay.serverview;

import java.util.Locale;

import billpay.web.NotFoundException;
import billpay.web.RefusedRequestException;
import billpay.web.ReturnPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpStatus;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The experiments. Each does one thing to the session of the browser that asks for it and
 * leads back to the page, which then shows what has become of it.
 */
@Controller
class ExperimentController {

	private final ServerViewCookie cookie;

	private final OurCookies cookies;

	private final SessionRepository<?> sessions;

	private final Conversations conversations;

	private final Replay replay;

	ExperimentController(ServerViewCookie cookie, OurCookies cookies, SessionRepository<?> sessions,
			Conversations conversations, Replay replay) {
		this.cookie = cookie;
		this.cookies = cookies;
		this.sessions = sessions;
		this.conversations = conversations;
		this.replay = replay;
	}

	@PostMapping("/server-view/experiments")
	String run(@RequestParam(name = "experiment", defaultValue = "") String name,
			@RequestParam(defaultValue = "") String attribute, @RequestParam(defaultValue = "") String next,
			HttpServletRequest request, HttpServletResponse response, HttpSession session, Locale locale) {
		Experiment experiment = Experiment.of(name)
			.orElseThrow(() -> new NotFoundException("error.no-such-experiment"));
		if (experiment == Experiment.REPLAY) {
			return replay(request, locale);
		}
		String page = ReturnPath.anyPage(next).map(ReturnPath::value).orElse("/");
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
			default -> throw new IllegalStateException("Not an experiment with the session: " + name);
		}
		note(experiment, request);
		return "redirect:" + page;
	}

	private String replay(HttpServletRequest request, Locale locale) {
		String word = this.cookie.read(request).word();
		Exchange page = this.conversations.of(word).lastPage();
		if (word == null || page == null || !Replay.isPossible(request)) {
			throw new NotFoundException("error.nothing-to-replay");
		}
		Replay.Comparison comparison = this.replay.of(page, request, locale);
		this.conversations.keep(word, comparison);
		if (comparison == null) {
			throw new RefusedRequestException(HttpStatus.SERVICE_UNAVAILABLE, "error.not-replayed");
		}
		note(Experiment.REPLAY, request);
		return "redirect:" + ExchangeRecordingFilter.LOOK;
	}

	private static void note(Experiment experiment, HttpServletRequest request) {
		ExchangeRecorder recording = ExchangeRecorder.of(request);
		if (recording != null) {
			recording.tries(experiment);
		}
	}

}
