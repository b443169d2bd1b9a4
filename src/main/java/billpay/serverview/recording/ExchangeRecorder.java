package billpay.serverview.recording;

import java.time.Instant;
import java.util.List;

import billpay.cookies.CookieReader;
import billpay.cookies.SetCookie;
import billpay.serverview.ServerViewCookie;
import billpay.serverview.conversation.ConversationRepository;
import billpay.serverview.exchange.AttributeChange;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.Experiment;
import billpay.serverview.exchange.Header;
import billpay.serverview.exchange.RecordedRequest;
import billpay.serverview.exchange.RecordedResponse;
import billpay.serverview.exchange.RecordedSession;
import billpay.serverview.exchange.SessionAttribute;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Records one request while it is under way, and makes an {@link Exchange} of it: for the
 * page that is rendered, and for the conversation when the request has ended. It belongs
 * to the request's thread.
 */
public final class ExchangeRecorder {

	private static final String ATTRIBUTE = ExchangeRecorder.class.getName();

	private final Instant at;

	private final SessionRecorder session;

	private final @Nullable String node;

	private HttpServletRequest request;

	private HttpServletResponse response;

	private @Nullable RecordedRequest recordedRequest;

	private ServerViewCookie.Choice choice;

	private @Nullable String title;

	private @Nullable Experiment experiment;

	/** What an earlier dispatch of the request has added to the conversation. */
	private @Nullable Exchange added;

	ExchangeRecorder(HttpServletRequest request, HttpServletResponse response, Instant at,
			ServerViewCookie.Choice choice, SessionRecorder session, @Nullable String node) {
		this.request = request;
		this.response = response;
		this.at = at;
		this.choice = choice;
		this.session = session;
		this.node = node;
	}

	/**
	 * The recorder of a request.
	 * @param request the request
	 * @return its recorder, {@code null} when it has none
	 */
	public static @Nullable ExchangeRecorder of(HttpServletRequest request) {
		return (ExchangeRecorder) request.getAttribute(ATTRIBUTE);
	}

	/**
	 * Records which experiment a request is.
	 * @param request the request, which may be recorded or not
	 * @param experiment the experiment
	 */
	public static void recordExperiment(HttpServletRequest request, Experiment experiment) {
		ExchangeRecorder recorder = of(request);
		if (recorder != null) {
			recorder.experiment = experiment;
		}
	}

	// With the container's request, also after a forward by Spring Security, whose own
	// checks each header at each read.
	void attachTo(HttpServletRequest request, HttpServletResponse response) {
		if (request.getDispatcherType() != DispatcherType.FORWARD) {
			this.request = request;
		}
		this.response = response;
		request.setAttribute(ATTRIBUTE, this);
	}

	SessionRecorder session() {
		return this.session;
	}

	/**
	 * Whether the request is for a page that only shows what is recorded.
	 * @return {@code true} for read-only pages
	 */
	public boolean isReadOnly() {
		return this.session.isReadOnly();
	}

	/**
	 * What the browser has chosen, and its tokens.
	 * @return as its cookie says
	 */
	public ServerViewCookie.Choice choice() {
		return this.choice;
	}

	/**
	 * By what the browser's conversation is found.
	 * @return the token, {@code null} while it has none
	 */
	public @Nullable String token() {
		return this.choice.token();
	}

	/**
	 * Whether the browser has taken over the session of another one, in whose
	 * conversation its requests are.
	 * @return {@code true} until the session or its id is another one
	 */
	public boolean isOtherBrowser() {
		return this.choice.otherBrowser();
	}

	/**
	 * Adds the request to the conversation of another token.
	 * @param token the browser's own new token, {@code null} to add it to none
	 */
	public void useToken(@Nullable String token) {
		this.choice = new ServerViewCookie.Choice(this.choice.on(), token, token);
	}

	/**
	 * The attributes of the session as they are now.
	 * @return the attributes by name, none when there is no session
	 */
	public List<SessionAttribute> attributes() {
		return this.session.attributes();
	}

	/**
	 * What has happened until now.
	 * @param title the title of the page that is being rendered
	 * @param cookies reads the cookies
	 * @return the request, with as much of its response as is known
	 */
	public Exchange currentExchange(String title, CookieReader cookies) {
		this.title = title;
		List<SetCookie> setCookies = cookies.setBy(this.response);
		SessionSnapshot now = this.session.currentSnapshot();
		String name = cookies.session().name();
		if (now != null && this.session.hasNewId(now)
				&& setCookies.stream().noneMatch((cookie) -> cookie.name().equals(name))) {
			setCookies.add(SetCookie.pending(cookies.session(), now.fingerprint()));
		}
		return exchange(SessionSnapshot.toRecord(now), this.session.changesUntil(now), setCookies, List.of(), cookies);
	}

	Exchange completedExchange(CookieReader cookies) {
		return exchange(this.session.after(this.at), this.session.changes(), cookies.setBy(this.response),
				HeaderReader.of(this.response, HeaderReader.locationOf(this.response)), cookies);
	}

	void addTo(ConversationRepository conversations, CookieReader cookies) {
		String token = token();
		if (token == null || isReadOnly()) {
			return;
		}
		Exchange exchange = completedExchange(cookies);
		conversations.add(token, exchange, this.added);
		if (isOtherBrowser()) {
			// For when the session is the browser's no more: without what it holds.
			conversations.add(this.choice.ownToken(), exchange.withoutValues(),
					(this.added != null) ? this.added.withoutValues() : null);
		}
		this.added = exchange;
	}

	private Exchange exchange(@Nullable RecordedSession after, List<AttributeChange> changes,
			List<SetCookie> setCookies, List<Header> headers, CookieReader cookies) {
		if (this.recordedRequest == null) {
			this.recordedRequest = RequestReader.read(this.request, cookies, isOtherBrowser());
		}
		return new Exchange(0, this.at, this.recordedRequest, this.session.before(), after, this.session.calls(),
				changes, new RecordedResponse(this.response.getStatus(), HeaderReader.locationOf(this.response),
						setCookies, this.title, this.node, headers),
				this.experiment);
	}

}
