package billpay.serverview;

import java.util.List;
import java.util.Locale;

import billpay.serverview.conversation.Conversation;
import billpay.serverview.conversation.ConversationRepository;
import billpay.serverview.conversation.Exchange;
import billpay.serverview.diagram.ExchangeDescription;
import billpay.serverview.diagram.SequenceDiagram;
import billpay.session.SessionStoreInfo;
import billpay.web.NodeProperties;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page with the whole conversation of this browser. Reading it changes no session,
 * prolongs none and is not recorded.
 */
@Controller
class ServerViewController {

	private final ServerViewCookie cookie;

	private final ConversationRepository conversations;

	private final ServerViewProperties properties;

	private final SessionStoreInfo store;

	private final NodeProperties node;

	private final MessageSource messages;

	ServerViewController(ServerViewCookie cookie, ConversationRepository conversations, ServerViewProperties properties,
			SessionStoreInfo store, NodeProperties node, MessageSource messages) {
		this.cookie = cookie;
		this.conversations = conversations;
		this.properties = properties;
		this.store = store;
		this.node = node;
		this.messages = messages;
	}

	@GetMapping("/server-view")
	String show(HttpServletRequest request, Locale locale, Model model) {
		Conversation conversation = this.conversations.find(this.cookie.read(request).token());
		List<Exchange> exchanges = conversation.exchanges();
		MessageSourceAccessor texts = new MessageSourceAccessor(this.messages, locale);
		model.addAttribute("diagram", SequenceDiagram.of(exchanges, texts, this.store.key(), this.node.name()));
		model.addAttribute("exchanges", ExchangeDescription.of(exchanges, texts));
		model.addAttribute("maxExchanges", this.properties.maxExchanges());
		model.addAttribute("comparison", conversation.comparison());
		return "serverview/conversation";
	}

}
