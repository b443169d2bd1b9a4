package billpay.serverview.recording;

import java.io.IOException;
import java.time.Clock;
import java.util.Set;

import billpay.cookies.CookieReader;
import billpay.serverview.ServerViewCookie;
import billpay.serverview.conversation.ConversationRepository;
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
 * Records every request and what it asks of the session store, for the browser that it
 * came from. It comes before the session filter, which saves the session and sets its
 * cookie last of all. A failure in here is logged and goes no further.
 */
public class ExchangeRecordingFilter extends OncePerRequestFilter {

	private static final int MAX_LENGTH = 80;

	private static final Set<String> READING_METHODS = Set.of("GET", "HEAD");

	private static final Logger log = LoggerFactory.getLogger(ExchangeRecordingFilter.class);

	private final Set<String> readOnlyPaths;

	private final RecordingSessionRepository<?> sessions;

	private final SessionProperties limits;

	private final ServerViewCookie cookie;

	private final CookieReader cookies;

	private final ConversationRepository conversations;

	private final Clock clock;

	/**
	 * Creates the filter.
	 * @param readOnlyPaths the paths of the pages that only show what is recorded
	 * @param sessions the repository whose calls are recorded
	 * @param limits how long sessions live
	 * @param cookie the cookie with what the browser has chosen
	 * @param cookies reads cookies
	 * @param conversations keeps what is recorded
	 * @param clock the time
	 */
	public ExchangeRecordingFilter(Set<String> readOnlyPaths, RecordingSessionRepository<?> sessions,
			SessionProperties limits, ServerViewCookie cookie, CookieReader cookies,
			ConversationRepository conversations, Clock clock) {
		this.readOnlyPaths = readOnlyPaths;
		this.sessions = sessions;
		this.limits = limits;
		this.cookie = cookie;
		this.cookies = cookies;
		this.conversations = conversations;
		this.clock = clock;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		// While the store is unavailable, a request goes on without a session, recorded
		// already.
		return ExchangeRecorder.of(request) == null && StatelessPaths.matches(request);
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ExchangeRecorder recorder = recorderOf(request, response);
		if (recorder == null) {
			chain.doFilter(request, response);
			return;
		}
		this.sessions.start(recorder.session());
		try {
			chain.doFilter(request, response);
		}
		finally {
			this.sessions.stop();
			addToConversation(recorder, request);
		}
	}

	private @Nullable ExchangeRecorder recorderOf(HttpServletRequest request, HttpServletResponse response) {
		ExchangeRecorder recorder = ExchangeRecorder.of(request);
		if (recorder == null) {
			ServerViewCookie.Choice choice = this.cookie.read(request);
			boolean readOnly = this.readOnlyPaths.contains(request.getServletPath())
					&& READING_METHODS.contains(request.getMethod());
			if (!readOnly && !choice.on()) {
				return null;
			}
			recorder = new ExchangeRecorder(request, response, this.clock.instant(), choice,
					new SessionRecorder(readOnly, this.limits));
		}
		recorder.attachTo(request, response);
		Cookie session = WebUtils.getCookie(request, this.cookies.session().name());
		if (session != null && StoreUnavailableException.affects(Store.SESSIONS, request)) {
			// The lock may have failed, which is not recorded, and not the repository.
			recorder.session().failed(session.getValue());
		}
		return recorder;
	}

	private void addToConversation(ExchangeRecorder recorder, HttpServletRequest request) {
		try {
			recorder.addTo(this.conversations, this.cookies);
		}
		catch (RuntimeException | StackOverflowError | LinkageError ex) {
			log.warn("recording-failed: request={} {}", request.getMethod(),
					SensitiveDataRedactor.redact(request.getServletPath(), MAX_LENGTH), ex);
		}
	}

}
