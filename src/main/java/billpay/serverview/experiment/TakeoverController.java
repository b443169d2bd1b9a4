package billpay.serverview.experiment;

import billpay.cookies.CookieReader;
import billpay.serverview.ServerViewCookie;
import billpay.serverview.conversation.ConversationRepository;
import billpay.serverview.recording.ExchangeRecorder;
import billpay.session.SessionFingerprint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/**
 * The page on which another browser takes over a session with a code. Only its cookie
 * changes, as it would if the cookie had been stolen.
 */
@Controller
@ConditionalOnBooleanProperty(name = "billpay.server-view.steal-session", matchIfMissing = true)
class TakeoverController {

	private static final Logger log = LoggerFactory.getLogger(TakeoverController.class);

	private final ServerViewCookie cookie;

	private final CookieReader cookies;

	private final TakeoverCodeRepository codes;

	private final SessionRepository<?> sessions;

	private final ConversationRepository conversations;

	TakeoverController(ServerViewCookie cookie, CookieReader cookies, TakeoverCodeRepository codes,
			SessionRepository<?> sessions, ConversationRepository conversations) {
		this.cookie = cookie;
		this.cookies = cookies;
		this.codes = codes;
		this.sessions = sessions;
		this.conversations = conversations;
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
		log.warn("session-taken-over: session={}", SessionFingerprint.of(code.sessionId()));
		this.cookies.session().write(code.sessionId(), response);
		moveTo(this.cookie.takeOver(code.token(), code.sessionId(), response), choice, request);
		return "redirect:/";
	}

	// What the browser has done so far stays its own.
	private void moveTo(String token, ServerViewCookie.Choice choice, HttpServletRequest request) {
		if (choice.ownToken() != null) {
			this.conversations.move(choice.ownToken(), token);
		}
		ExchangeRecorder recorder = ExchangeRecorder.of(request);
		if (recorder != null) {
			recorder.useToken(token);
		}
	}

	private static String refuse(String reason, BindingResult errors, HttpServletResponse response) {
		errors.rejectValue("code", "server-view.steal." + reason);
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "serverview/steal";
	}

}
