package billpay.lab.mistake.fixation;

import billpay.lab.http.ServerAddress;
import billpay.lab.mistake.MistakeSessions;
import billpay.lab.technique.LabProperties;
import billpay.web.error.NotFoundException;
import billpay.web.error.RefusedRequestException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The link with which an attacker makes another browser use a session. It works only
 * while the mistakes are switched on, and leads to no session that the lab has not
 * issued.
 */
@Controller
class SessionLinkController {

	private final MistakeSessions sessions;

	private final LabProperties properties;

	SessionLinkController(MistakeSessions sessions, LabProperties properties) {
		this.sessions = sessions;
		this.properties = properties;
	}

	static String linkTo(Session session, HttpServletRequest request) {
		return ServerAddress.of(request) + FixedSessionIdController.PATH + "?sid=" + session.getId();
	}

	@GetMapping(path = FixedSessionIdController.PATH, params = "sid")
	String follow(@RequestParam String sid, HttpServletRequest request, HttpServletResponse response) {
		if (!this.properties.mistakes()) {
			throw new RefusedRequestException(HttpStatus.FORBIDDEN, "lab.mistake.off");
		}
		if (!this.sessions.resume(sid, request)) {
			throw new NotFoundException("lab.mistake.fixed-session-id.unknown");
		}
		this.sessions.open(request, response);
		return "redirect:" + FixedSessionIdController.PATH;
	}

}
