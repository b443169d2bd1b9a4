package billpay.serverview;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import billpay.session.SessionStore;
import billpay.web.Assets;
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
 * What the layout of every page has of the server view: whether it is on, and the pane.
 * The pane is written last of all that is on the page, because rendering the page may
 * still begin a session. It adds nothing to the session and begins none.
 */
@ControllerAdvice
class ServerView {

	private static final Logger log = LoggerFactory.getLogger(ServerView.class);

	/** Where Spring Security keeps the token of the session's forms. */
	private static final String TOKEN = HttpSessionCsrfTokenRepository.class.getName() + ".CSRF_TOKEN";

	private final ServerViewCookie cookie;

	private final OurCookies cookies;

	private final Conversations conversations;

	private final SessionStore store;

	private final Texts texts;

	private final Clock clock;

	private final String script;

	ServerView(ServerViewCookie cookie, OurCookies cookies, Conversations conversations, SessionStore store,
			Texts texts, Clock clock, Assets assets) {
		this.cookie = cookie;
		this.cookies = cookies;
		this.conversations = conversations;
		this.store = store;
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
	OnPage onPage(HttpServletRequest request, HttpServletResponse response, Locale locale) {
		return new OnPage(this.cookie.read(request).on(), request, response, locale);
	}

	private static Pane.@Nullable FormToken tokenOf(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || session.getAttribute(TOKEN) == null) {
			return null;
		}
		return (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token)
				? new Pane.FormToken(token.getParameterName(), token.getToken()) : null;
	}

	/**
	 * The server view of one page.
	 */
	final class OnPage {

		private final boolean on;

		private final HttpServletRequest request;

		private final HttpServletResponse response;

		private final Locale locale;

		private OnPage(boolean on, HttpServletRequest request, HttpServletResponse response, Locale locale) {
			this.on = on;
			this.request = request;
			this.response = response;
			this.locale = locale;
		}

		public boolean isOn() {
			return this.on;
		}

		/**
		 * Whether the page may carry a form that switches: its token needs a session, and
		 * for this no session is begun.
		 * @return {@code true} when there is a token already
		 */
		public boolean isSwitchable() {
			return tokenOf(this.request) != null;
		}

		/**
		 * The pane, or a sentence in its place when it cannot be made: the page is the
		 * customer's and stays whole.
		 * @param title the page's title
		 * @param page the page's path below the context path
		 * @return markup
		 */
		public String pane(String title, String page) {
			try {
				Recording recording = Recording.of(this.request);
				return (recording != null) ? write(recording, title, page) : "";
			}
			catch (RuntimeException | StackOverflowError | LinkageError ex) {
				log.warn("server-view-failed: page={}", page, ex);
				return "<aside class=\"server-view\"><p>" + ServerView.this.texts.in(this.locale).get("failed")
						+ "</p></aside>";
			}
		}

		private String write(Recording recording, String title, String page) {
			if (recording.word() == null && recording.hasSession() && !recording.merelyLooks()) {
				recording.word(ServerView.this.cookie.giveWord(this.response));
			}
			recording.titled(title);
			Pane.FormToken forms = tokenOf(this.request);
			Exchange exchange = recording.soFar(this.request, this.response, ServerView.this.cookies);
			List<Exchange> redirects = ServerView.this.conversations.of(recording.word())
				.leadingTo(exchange.request().target(), exchange.at());
			return new Pane(exchange, redirects, forms, Replay.isPossible(this.request), page,
					this.request.getContextPath(), ServerView.this.script, ServerView.this.store.key(),
					ServerView.this.clock.instant(), ServerView.this.texts.in(this.locale))
				.write();
		}

	}

}
