package billpay.serverview.recording;

import java.time.Instant;
import java.util.List;

import billpay.cookies.CookieReader;
import billpay.cookies.SentCookie;
import billpay.cookies.SetCookie;
import billpay.serverview.ServerViewCookie;
import billpay.session.SessionProperties;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * One request while it is under way: it records what happens, and makes an
 * {@link Exchange} of them, for the page at the end of it and for the conversation
 * afterwards. It belongs to the request's thread and goes with it.
 */
public final class ExchangeRecorder {

	private static final String ATTRIBUTE = ExchangeRecorder.class.getName();

	private final Instant at;

	private final boolean isShown;

	private final SessionRecorder session;

	private final Conversation conversation;

	private HttpServletRequest request;

	private HttpServletResponse response;

	private Exchange.@Nullable RequestLine line;

	private List<SentCookie> sent = List.of();

	private @Nullable String token;

	private @Nullable Exchange kept;

	private @Nullable String title;

	private @Nullable Experiment experiment;

	/**
	 * Starts recording.
	 * @param request the request as the container has it
	 * @param response its answer
	 * @param at when the request came
	 * @param merelyLooks whether it only looks at what is recorded, and is not recorded
	 * @param choice whether the browser sees them, and what its recordings are found by
	 * @param conversation what is recorded of the browser so far
	 * @param limits how long sessions live
	 */
	ExchangeRecorder(HttpServletRequest request, HttpServletResponse response, Instant at, boolean merelyLooks,
			ServerViewCookie.Choice choice, Conversation conversation, SessionProperties limits) {
		this.request = request;
		this.response = response;
		this.conversation = conversation;
		this.at = at;
		this.isShown = choice.on();
		this.token = choice.token();
		this.session = new SessionRecorder(merelyLooks, limits);
	}

	/**
	 * The recorder of a request.
	 * @param request the request
	 * @return its recorder, {@code null} when nobody records it
	 */
	public static @Nullable ExchangeRecorder of(HttpServletRequest request) {
		return (ExchangeRecorder) request.getAttribute(ATTRIBUTE);
	}

	/**
	 * Records from now on a request as the container has it: further in, each header is
	 * looked through letter by letter whenever it is asked for.
	 * @param request the request, or its error page
	 * @param response its answer
	 */
	void attachTo(HttpServletRequest request, HttpServletResponse response) {
		// A forward changes what the browser has sent.
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
	 * Whether the request only looks at what is recorded, and is not recorded.
	 * @return {@code true} for the pages that show it
	 */
	public boolean onlyLooks() {
		return this.session.merelyLooks();
	}

	/**
	 * What is recorded of the browser so far.
	 * @return its conversation
	 */
	public Conversation conversation() {
		return this.conversation;
	}

	/**
	 * What the browser's conversation is found by.
	 * @return the token, {@code null} while it has none
	 */
	public @Nullable String token() {
		return this.token;
	}

	/**
	 * Takes note of the browser's new token.
	 * @param token the token, {@code null} when nothing is to be kept of this request
	 */
	public void token(@Nullable String token) {
		this.token = token;
	}

	/**
	 * Whether the browser sees the server's side.
	 * @return {@code false} when it has switched it off
	 */
	public boolean isShown() {
		return this.isShown;
	}

	/**
	 * Whether there is a session by now, in the store or on its way there.
	 * @return {@code true} when the next request will have one
	 */
	public boolean hasSession() {
		return this.session.hasSession();
	}

	/**
	 * What is kept of this request already: one that fails ends once more, with its error
	 * page.
	 * @return what is recorded, {@code null} before the first time
	 */
	@Nullable Exchange kept() {
		return this.kept;
	}

	void kept(Exchange exchange) {
		this.kept = exchange;
	}

	/**
	 * Takes note of the experiment that a request is.
	 * @param experiment the experiment
	 * @param request the request, which may be recorded or not
	 */
	public static void tries(Experiment experiment, HttpServletRequest request) {
		ExchangeRecorder recorder = of(request);
		if (recorder != null) {
			recorder.experiment = experiment;
		}
	}

	/**
	 * Takes note of the title of the page.
	 * @param title the title
	 */
	public void titled(String title) {
		this.title = title;
	}

	/**
	 * What has happened so far, for the page that is being made.
	 * @param cookies the cookies of ours
	 * @return what is recorded
	 */
	public Exchange soFar(CookieReader cookies) {
		List<SetCookie> setCookies = cookies.setBy(this.response);
		addToCome(setCookies, cookies);
		return write(this.session.now(), this.session.changesSoFar(), setCookies, cookies);
	}

	private void addToCome(List<SetCookie> setCookies, CookieReader cookies) {
		String fingerprint = this.session.newFingerprint();
		String name = cookies.session().name();
		if (fingerprint != null && setCookies.stream().noneMatch((cookie) -> cookie.name().equals(name))) {
			setCookies.add(SetCookie.toCome(cookies.session(), fingerprint));
		}
	}

	/**
	 * What has happened in all. The session is now what the store has of it.
	 * @param cookies the cookies of ours
	 * @return what is recorded
	 */
	Exchange end(CookieReader cookies) {
		return write(this.session.after(this.at), this.session.changes(), cookies.setBy(this.response), cookies);
	}

	private Exchange write(@Nullable SeenSession now, List<Change> changes, List<SetCookie> setCookies,
			CookieReader cookies) {
		if (this.line == null) {
			this.line = RequestLineReader.of(this.request);
			this.sent = cookies.sentWith(this.request);
		}
		int status = this.response.getStatus();
		String location = (status >= 300 && status < 400) ? this.response.getHeader(HttpHeaders.LOCATION) : null;
		return new Exchange(this.at, this.line, this.sent, this.session.before(), now, this.session.calls(), changes,
				new Exchange.Answer(status, (location != null) ? RequestLineReader.target(location) : null, setCookies,
						this.title),
				this.experiment);
	}

}
