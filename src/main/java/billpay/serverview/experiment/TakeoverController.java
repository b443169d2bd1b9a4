package billpay.serverview.experiment;

import billpay.serverview.ServerViewCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The page on which another browser takes over a session with a code. Only its cookie
 * changes, as it would if the cookie had been stolen.
 */
@Controller
@ConditionalOnBooleanProperty("billpay.server-view.steal-session")
class TakeoverController {

	private final ServerViewCookie cookie;

	private final TakeoverCodeRepository codes;

	private final SessionRepository<?> sessions;

	private final Takeover takeover;

	TakeoverController(ServerViewCookie cookie, TakeoverCodeRepository codes, SessionRepository<?> sessions,
			Takeover takeover) {
		this.cookie = cookie;
		this.codes = codes;
		this.sessions = sessions;
		this.takeover = takeover;
	}

	@GetMapping("/server-view/steal")
	String form(Model model) {
		model.addAttribute("form", new TakeoverForm(null));
		return "serverview/steal";
	}

	@PostMapping("/server-view/steal")
	String takeOver(@ModelAttribute("form") TakeoverForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		ServerViewCookie.Choice choice = this.cookie.read(request);
		if (this.codes.isOf(choice.token(), form.code())) {
			return refuse("same", errors, response);
		}
		TakeoverCode code = this.codes.redeem(form.code())
			.filter((issued) -> this.sessions.findById(issued.sessionId()) != null)
			.orElse(null);
		if (code == null) {
			return refuse((form.code().isBlank()) ? "empty" : "wrong", errors, response);
		}
		this.takeover.perform(code, choice, request, response);
		return "redirect:/";
	}

	private static String refuse(String reason, BindingResult errors, HttpServletResponse response) {
		errors.rejectValue("code", "server-view.steal." + reason);
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "serverview/steal";
	}

}
