package billpay.serverview.recording;

import java.io.IOException;
import java.time.Clock;
import java.util.Set;

import billpay.cookies.CookieReader;
import billpay.serverview.ServerViewCookie;
import billpay.session.SessionProperties;
import billpay.web.StatelessPaths;
import billpay.web.StoreUnavailableException;
import billpay.web.StoreUnavailableException.Store;
import billpay.web.format.SensitiveDataRedactor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Has every request watched on its way to the session store and back, and keeps the notes
 * for the browser that it came from. It stands outside the session filter, because what
 * that one saves and sets it does last of all. Whatever goes wrong in here goes into the
 * log and no further.
 */
public class ExchangeRecordingFilter extends OncePerRequestFilter {

	/** The page that shows the recordings. */
	public static final String LOOK = "/server-view";

	private static final int MOST_LETTERS = 80;

	private static final Set<String> LOOKING = Set.of("GET", "HEAD");

	private static final Logger log = LoggerFactory.getLogger(ExchangeRecordingFilter.class);

	private final Set<String> looks;

	private final RecordingSessionRepository<?> sessions;

	private final SessionProperties limits;

	private final ServerViewCookie cookie;

	private final CookieReader cookies;

	private final ConversationRepository conversations;

	private final Clock clock;

	/**
	 * Makes the filter.
	 * @param looks the paths of the pages that only show what is recorded
	 * @param sessions tells what the store is asked
	 * @param limits how long sessions live
	 * @param cookie what the browser has chosen
	 * @param cookies reads cookies
	 * @param conversations keeps what is recorded
	 * @param clock the time
	 */
	public ExchangeRecordingFilter(Set<String> looks, RecordingSessionRepository<?> sessions, SessionProperties limits,
			ServerViewCookie cookie, CookieReader cookies, ConversationRepository conversations, Clock clock) {
		this.looks = looks;
		this.sessions = sessions;
		this.limits = limits;
		this.cookie = cookie;
		this.cookies = cookies;
		this.conversations = conversations;
		this.clock = clock;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		// Whose store is away goes on without a session, and is on record already.
		return ExchangeRecorder.of(request) == null && StatelessPaths.matches(request);
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ExchangeRecorder recording = recordingOf(request, response);
		if (recording == null) {
			chain.doFilter(request, response);
			return;
		}
		this.sessions.start(recording.session());
		try {
			chain.doFilter(request, response);
		}
		finally {
			this.sessions.stop();
			keep(recording, request);
		}
	}

	private @Nullable ExchangeRecorder recordingOf(HttpServletRequest request, HttpServletResponse response) {
		ExchangeRecorder recording = ExchangeRecorder.of(request);
		ServerViewCookie.Choice choice = this.cookie.read(request);
		boolean looks = this.looks.contains(request.getServletPath()) && LOOKING.contains(request.getMethod());
		if (recording == null && (looks || choice.on())) {
			recording = new ExchangeRecorder(request, response, this.clock.instant(), looks, choice,
					this.conversations.find(choice.token()), this.limits);
		}
		if (recording != null) {
			recording.attachTo(request, response);
			Cookie session = WebUtils.getCookie(request, this.cookies.session().name());
			if (session != null && StoreUnavailableException.affects(Store.SESSIONS, request)) {
				// Perhaps only the lock was asked for, which nobody records.
				recording.session().unanswered(session.getValue());
			}
		}
		return recording;
	}

	private void keep(ExchangeRecorder recording, HttpServletRequest request) {
		String token = recording.token();
		if (recording.session().merelyLooks() || token == null) {
			return;
		}
		try {
			Exchange exchange = recording.end(this.cookies);
			this.conversations.add(token, exchange, recording.kept());
			recording.kept(exchange);
		}
		catch (RuntimeException | StackOverflowError | LinkageError ex) {
			log.warn("recording-failed: request={} {}", request.getMethod(),
					SensitiveDataRedactor.redact(request.getServletPath(), MOST_LETTERS), ex);
		}
	}

}
