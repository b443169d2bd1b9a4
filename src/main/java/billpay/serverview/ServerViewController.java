package billpay.serverview;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import billpay.session.SessionStoreInfo;
import billpay.web.Node;
import billpay.web.ReturnPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The whole conversation of this browser, and the switch. To look at it changes no
 * session, prolongs none and is not recorded.
 */
@Controller
class ServerViewController {

	private final ServerViewCookie cookie;

	private final Conversations conversations;

	private final ServerViewProperties settings;

	private final SessionStoreInfo store;

	private final Node node;

	private final Texts texts;

	private final Clock clock;

	ServerViewController(ServerViewCookie cookie, Conversations conversations, ServerViewProperties settings,
			SessionStoreInfo store, Node node, Texts texts, Clock clock) {
		this.cookie = cookie;
		this.conversations = conversations;
		this.settings = settings;
		this.store = store;
		this.node = node;
		this.texts = texts;
		this.clock = clock;
	}

	@GetMapping(ExchangeRecordingFilter.LOOK)
	String show(HttpServletRequest request, Locale locale, Model model) {
		Conversation conversation = this.conversations.of(this.cookie.read(request).word());
		conversation.forgetLostSessions(this.clock.instant());
		List<Exchange> exchanges = conversation.exchanges();
		Texts.In sentences = this.texts.in(locale);
		model.addAttribute("diagram", SequenceDiagram.of(exchanges, sentences, this.store.key(), this.node.name()));
		model.addAttribute("words", ExchangeInWords.of(exchanges, sentences));
		model.addAttribute("most", this.settings.maxExchanges());
		model.addAttribute("replay", conversation.replay());
		return "serverview/conversation";
	}

	@PostMapping(ExchangeRecordingFilter.LOOK)
	String switchTo(@RequestParam(defaultValue = "false") boolean on, @RequestParam(defaultValue = "") String next,
			HttpServletRequest request, HttpServletResponse response) {
		ServerViewCookie.Choice before = this.cookie.read(request);
		if (on && before.word() == null) {
			this.cookie.giveWord(response);
		}
		else if (!on) {
			this.cookie.switchOff(response);
			if (before.word() != null) {
				this.conversations.forget(before.word());
			}
		}
		ExchangeRecorder recording = ExchangeRecorder.of(request);
		if (recording != null && !on) {
			recording.word(null);
		}
		return "redirect:" + ReturnPath.anyPage(next).map(ReturnPath::value).orElse(ExchangeRecordingFilter.LOOK);
	}

}
