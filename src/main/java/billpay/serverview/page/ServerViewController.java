package billpay.serverview.page;

import java.util.Locale;

import billpay.cookies.CookieReader;
import billpay.serverview.ServerViewCookie;
import billpay.serverview.ServerViewProperties;
import billpay.serverview.conversation.Conversation;
import billpay.serverview.conversation.ConversationRepository;
import billpay.session.SessionStoreInfo;
import billpay.web.AssetUrls;
import billpay.web.error.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages with the conversation of this browser. Reading them changes no session,
 * prolongs none and is not recorded.
 */
@Controller
class ServerViewController {

	private final ServerViewCookie cookie;

	private final ConversationRepository conversations;

	private final ServerViewProperties properties;

	private final SessionStoreInfo store;

	private final CookieReader cookies;

	private final MessageSource messages;

	private final String script;

	ServerViewController(ServerViewCookie cookie, ConversationRepository conversations, ServerViewProperties properties,
			SessionStoreInfo store, CookieReader cookies, MessageSource messages, AssetUrls assets) {
		this.cookie = cookie;
		this.conversations = conversations;
		this.properties = properties;
		this.store = store;
		this.cookies = cookies;
		this.messages = messages;
		this.script = assets.urlOf("conversation.js");
	}

	@GetMapping("/server-view")
	String show(@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Locale locale, Model model) {
		ServerViewCookie.Choice choice = this.cookie.read(request);
		Conversation all = this.conversations.find(choice.token());
		// Who has taken over a session does not see what was before.
		Conversation conversation = (choice.otherBrowser()) ? all.sentBy(true) : all;
		if (!ConversationPage.exists(conversation, page)) {
			throw new NotFoundException("error.no-such-page-of-the-conversation");
		}
		model.addAttribute("shown", ConversationPage.of(conversation, page,
				new MessageSourceAccessor(this.messages, locale), this.store.key(), this.cookies.session().secure()));
		model.addAttribute("comparison", conversation.comparison());
		model.addAttribute("maxExchanges", this.properties.maxExchanges());
		model.addAttribute("keptMinutes", this.properties.keep().toMinutes());
		model.addAttribute("store", this.store.key());
		model.addAttribute("script", this.script);
		return "serverview/conversation";
	}

}
