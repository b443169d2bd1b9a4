package billpay.serverview;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import billpay.session.SessionStoreInfo;
import billpay.web.Assets;
import billpay.web.Node;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives the layout of every page its {@link ServerView} and makes the pane. It adds
 * nothing to the session and begins none.
 */
@ControllerAdvice
class PaneMaker {

	private static final Logger log = LoggerFactory.getLogger(PaneMaker.class);

	/** Where Spring Security keeps the token of the session's forms. */
	private static final String TOKEN = HttpSessionCsrfTokenRepository.class.getName() + ".CSRF_TOKEN";

	private final ServerViewCookie cookie;

	private final OurCookies cookies;

	private final SessionStoreInfo store;

	private final Node node;

	private final Texts texts;

	private final Clock clock;

	private final String script;

	PaneMaker(ServerViewCookie cookie, OurCookies cookies, SessionStoreInfo store, Node node, Texts texts, Clock clock,
			Assets assets) {
		this.cookie = cookie;
		this.cookies = cookies;
		this.store = store;
		this.node = node;
		this.texts = texts;
		this.clock = clock;
		this.script = assets.addressOf("server-view.js");
	}

	/**
	 * The server view of the page that is being made.
	 * @param request the request
	 * @param response its answer
	 * @param locale the page's language
	 * @return what the layout asks
	 */
	@ModelAttribute("serverView")
	ServerView serverView(HttpServletRequest request, HttpServletResponse response, Locale locale) {
		return new ServerView(this, ExchangeRecorder.of(request), request, response, locale);
	}

	/**
	 * The token of the session's forms. None is made for this: that would change the
	 * session, or begin one.
	 * @param request the request
	 * @return the token, {@code null} when the session has none yet
	 */
	static Pane.@Nullable FormToken tokenOf(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || session.getAttribute(TOKEN) == null) {
			return null;
		}
		return (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token)
				? new Pane.FormToken(token.getParameterName(), token.getToken()) : null;
	}

	/**
	 * Writes the pane, or a sentence in its place when it cannot be made: the page is the
	 * customer's and stays whole.
	 * @param page the page
	 * @param recording the notes of its request
	 * @param title the page's title
	 * @param path the page's path below the context path
	 * @return markup
	 */
	String write(ServerView page, ExchangeRecorder recording, String title, String path) {
		Texts.In texts = this.texts.in(page.locale());
		try {
			giveWord(page, recording);
			recording.titled(title);
			Pane.FormToken forms = tokenOf(page.request());
			Exchange exchange = recording.soFar(this.cookies);
			Conversation conversation = recording.conversation();
			List<Exchange> redirects = conversation.leadingTo(exchange.request().target(), exchange.at());
			if (recording.merelyLooks()) {
				conversation.looked();
			}
			return new Pane(exchange, redirects, forms, Replay.isPossible(page.request()), path,
					page.request().getContextPath(), this.script, "store." + this.store.key(), this.node.name(),
					this.clock.instant(), texts)
				.write();
		}
		catch (RuntimeException | StackOverflowError | LinkageError ex) {
			log.warn("server-view-failed: page={}", path, ex);
			return texts.fill("<aside class=\"server-view\" aria-label=\"{title}\"><p>{failed}</p></aside>");
		}
	}

	private void giveWord(ServerView page, ExchangeRecorder recording) {
		if (recording.word() == null && recording.hasSession() && !recording.merelyLooks()) {
			recording.word(this.cookie.giveWord(page.response()));
		}
	}

}
