package billpay.serverview.page;

import billpay.serverview.ServerViewCookie;
import billpay.serverview.conversation.ConversationRepository;
import billpay.serverview.recording.ExchangeRecorder;
import billpay.web.ReturnPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Switches the server view on and off, for one browser. Off forgets what is recorded.
 */
@Controller
class ServerViewSwitchController {

	private final ServerViewCookie cookie;

	private final ConversationRepository conversations;

	ServerViewSwitchController(ServerViewCookie cookie, ConversationRepository conversations) {
		this.cookie = cookie;
		this.conversations = conversations;
	}

	@PostMapping("/server-view")
	String switchTo(@RequestParam(defaultValue = "false") boolean on, @RequestParam(defaultValue = "") String next,
			HttpServletRequest request, HttpServletResponse response) {
		ServerViewCookie.Choice choice = this.cookie.read(request);
		if (on && choice.token() == null) {
			this.cookie.issueToken(response);
		}
		else if (!on) {
			switchOff(choice, request, response);
		}
		return "redirect:" + ReturnPath.anyPage(next).map(ReturnPath::value).orElse("/server-view");
	}

	private void switchOff(ServerViewCookie.Choice choice, HttpServletRequest request, HttpServletResponse response) {
		this.cookie.switchOff(response);
		if (choice.ownToken() != null) {
			this.conversations.forget(choice.ownToken());
		}
		ExchangeRecorder recorder = ExchangeRecorder.of(request);
		if (recorder != null) {
			recorder.useToken(null);
		}
	}

}
