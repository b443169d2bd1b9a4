package billpay.serverview.pane;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import billpay.cookies.CookieReader;
import billpay.serverview.ReadOnlyPages;
import billpay.serverview.ServerViewProperties;
import billpay.serverview.conversation.Conversation;
import billpay.serverview.conversation.ConversationRepository;
import billpay.serverview.conversation.RedirectChain;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.Experiment;
import billpay.serverview.exchange.RecordedSession;
import billpay.serverview.exchange.SessionAttribute;
import billpay.serverview.experiment.Replay;
import billpay.serverview.experiment.TakeoverCode;
import billpay.serverview.experiment.TakeoverCodeRepository;
import billpay.serverview.recording.ExchangeRecorder;
import billpay.session.SessionStoreInfo;
import billpay.web.AssetUrls;
import billpay.web.CookieDefinition;
import billpay.web.NodeProperties;
import billpay.web.format.SensitiveDataRedactor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * Makes the pane of a page. It adds nothing to the session and begins none.
 */
@Component
class PaneFactory {

	private static final Logger log = LoggerFactory.getLogger(PaneFactory.class);

	private final CookieReader cookies;

	private final CookieDefinition visitorCookie;

	private final ConversationRepository conversations;

	private final SessionStoreInfo store;

	private final NodeProperties node;

	private final MessageSource messages;

	private final TakeoverCodeRepository codes;

	private final ServerViewProperties properties;

	private final Clock clock;

	private final Set<String> readOnlyPaths;

	private final String script;

	PaneFactory(CookieReader cookies, @Qualifier("visitorCookieDefinition") CookieDefinition visitorCookie,
			ConversationRepository conversations, SessionStoreInfo store, NodeProperties node, MessageSource messages,
			TakeoverCodeRepository codes, ServerViewProperties properties, Clock clock,
			List<ReadOnlyPages> readOnlyPages, AssetUrls assets) {
		this.cookies = cookies;
		this.visitorCookie = visitorCookie;
		this.conversations = conversations;
		this.store = store;
		this.node = node;
		this.messages = messages;
		this.codes = codes;
		this.properties = properties;
		this.clock = clock;
		this.readOnlyPaths = ReadOnlyPages.pathsOf(readOnlyPages);
		this.script = assets.urlOf("server-view.js");
	}

	/**
	 * Makes the pane. All that can fail happens in here and not in the template: the page
	 * is the customer's and stays whole.
	 * @param recorder the recorder of the page's request
	 * @param request the request
	 * @param response its response
	 * @param locale the page's language
	 * @param title the page's title
	 * @param path the page's path below the context path
	 * @return the pane, {@code null} when it cannot be made
	 */
	@Nullable Pane create(ExchangeRecorder recorder, HttpServletRequest request, HttpServletResponse response, Locale locale,
			String title, String path) {
		try {
			Exchange page = recorder.currentExchange(title, this.cookies);
			return create(page, conversation(recorder, page), recorder, request,
					new MessageSourceAccessor(this.messages, locale), path);
		}
		catch (RuntimeException | StackOverflowError | LinkageError ex) {
			// Errors too: a toString() of an attribute may be endless or miss a class.
			log.warn("server-view-failed: request={}", SensitiveDataRedactor.redactRequest(request), ex);
			return null;
		}
	}

	// To a stranger nothing has led, and a store that has just failed is not asked again:
	// the page would take longer.
	private Conversation conversation(ExchangeRecorder recorder, Exchange exchange) {
		String token = recorder.token();
		if (token == null || exchange.request().isFromStranger() || exchange.storeFailed()) {
			return Conversation.EMPTY;
		}
		if (!recorder.isReadOnly()) {
			return this.conversations.findLatest(token);
		}
		Conversation conversation = this.conversations.find(token);
		this.conversations.markShown(token);
		return conversation;
	}

	private Pane create(Exchange page, Conversation conversation, ExchangeRecorder recorder, HttpServletRequest request,
			MessageSourceAccessor messages, String path) {
		boolean otherBrowser = recorder.isOtherBrowser();
		List<Exchange> exchanges = new ArrayList<>(
				RedirectChain.leadingTo(conversation.sentBy(otherBrowser), page.request().target(), page.at()));
		Notes notes = new Notes(page, messages);
		List<Exchange> sentByOther = Notes.sentByOther(conversation, exchanges, otherBrowser);
		exchanges.add(page);
		Instant now = this.clock.instant();
		boolean steal = this.properties.stealSession() && !otherBrowser && !request.isUserInRole("INSTRUCTOR");
		String place = messages.getMessage("server-view.store." + this.store.key());
		List<SessionAttribute> attributes = recorder.attributes();
		return new Pane(
				notes.lines(node(place, messages), this.readOnlyPaths, request.getContextPath(), exchanges,
						sentByOther),
				(otherBrowser) ? List.of() : notes.orphans(conversation, this.cookies.session().name(), now),
				redirects(exchanges, messages), experiments(exchanges),
				new ExchangeViewFactory(messages, now).views(exchanges), heading(page.after(), messages),
				(page.after() != null) ? null : sessionNote(page, messages),
				AttributeView.all(attributes, exchanges, messages),
				new SixQuestions(exchanges, attributes, this.store.key(), this.visitorCookie.name(), messages)
					.answers(),
				Replay.isPossible(request), steal,
				(steal && page.after() != null) ? code(request, now, messages) : null, path, this.script);
	}

	private @Nullable Countdown code(HttpServletRequest request, Instant now, MessageSourceAccessor messages) {
		HttpSession session = request.getSession(false);
		TakeoverCode code = (session != null) ? this.codes.find(session.getId()) : null;
		return (code != null) ? Countdown.of(code.text() + "\n" + messages.getMessage("server-view.steal.valid"), now,
				code.expires(), null, messages.getMessage("server-view.steal.over")) : null;
	}

	private @Nullable String node(String place, MessageSourceAccessor messages) {
		return (this.node.name() == null) ? null : messages.getMessage("server-view.answered-by") + " "
				+ this.node.name() + "\n" + messages.getMessage("server-view.sessions-live") + " " + place;
	}

	private static @Nullable String redirects(List<Exchange> exchanges, MessageSourceAccessor messages) {
		return (exchanges.size() == 1) ? null
				: exchanges.stream()
					.map((exchange) -> exchange.request().what() + " → " + exchange.response().status())
					.collect(Collectors.joining(messages.getMessage("server-view.then") + " "));
	}

	private static List<String> experiments(List<Exchange> exchanges) {
		return exchanges.stream().map(Exchange::experiment).filter(Objects::nonNull).map(Experiment::key).toList();
	}

	private static String heading(@Nullable RecordedSession session, MessageSourceAccessor messages) {
		String heading = messages.getMessage("server-view.attributes");
		return (session != null) ? heading + " " + session.fingerprint() : heading;
	}

	private static String sessionNote(Exchange page, MessageSourceAccessor messages) {
		return messages.getMessage("server-view.attributes." + (page.storeFailed() ? "not-known" : "none"));
	}

}
