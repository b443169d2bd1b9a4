package billpay.serverview.recording;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

import billpay.availability.StoreUnavailableException;
import billpay.availability.StoreUnavailableException.Store;
import billpay.cookies.CookieReader;
import billpay.serverview.ServerViewCookie;
import billpay.serverview.UnrecordedPages;
import billpay.serverview.conversation.ConversationRepository;
import billpay.session.SessionProperties;
import billpay.session.SessionlessRequests;
import billpay.web.NodeProperties;
import billpay.web.format.SensitiveDataRedactor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Records every request and what it asks of the session store, for the browser that it
 * came from. It comes before the session filter, which saves the session and sets its
 * cookie last of all. A failure in here is logged and goes no further.
 */
class ExchangeRecordingFilter extends OncePerRequestFilter {

	private static final Set<String> READING_METHODS = Set.of("GET", "HEAD");

	private static final Logger log = LoggerFactory.getLogger(ExchangeRecordingFilter.class);

	private final Set<String> readOnlyPaths;

	private final List<UnrecordedPages> unrecorded;

	private final RecordingSessionRepository<?> sessions;

	private final SessionProperties limits;

	private final SessionValueFormatter formatter;

	private final ServerViewCookie cookie;

	private final CookieReader cookies;

	private final ConversationRepository conversations;

	private final NodeProperties node;

	private final Clock clock;

	ExchangeRecordingFilter(Set<String> readOnlyPaths, List<UnrecordedPages> unrecorded,
			RecordingSessionRepository<?> sessions, SessionProperties limits, SessionValueFormatter formatter,
			ServerViewCookie cookie, CookieReader cookies, ConversationRepository conversations, NodeProperties node,
			Clock clock) {
		this.readOnlyPaths = readOnlyPaths;
		this.unrecorded = unrecorded;
		this.sessions = sessions;
		this.limits = limits;
		this.formatter = formatter;
		this.cookie = cookie;
		this.cookies = cookies;
		this.conversations = conversations;
		this.node = node;
		this.clock = clock;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		// While the store is unavailable, a request goes on without a session, recorded
		// already.
		return ExchangeRecorder.of(request) == null
				&& (SessionlessRequests.matches(request) || UnrecordedPages.match(this.unrecorded, request));
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
			if (!readOnly && choice.token() == null && READING_METHODS.contains(request.getMethod())) {
				String token = this.cookie.issueToken(response);
				choice = new ServerViewCookie.Choice(true, token, token);
			}
			recorder = new ExchangeRecorder(request, response, this.clock.instant(), choice,
					new SessionRecorder(readOnly, this.limits, this.formatter), this.node.name());
		}
		recorder.attachTo(request, response);
		String session = this.cookies.session().read(request);
		if (session != null && StoreUnavailableException.affects(Store.SESSIONS, request)) {
			// The lock may have failed, which is not recorded, and not the repository.
			recorder.session().failed(session);
		}
		return recorder;
	}

	private void addToConversation(ExchangeRecorder recorder, HttpServletRequest request) {
		try {
			LocaleContextHolder.setLocale(RequestContextUtils.getLocale(request));
			recorder.addTo(this.conversations, this.cookies);
		}
		catch (DataAccessException ex) {
			log.warn("recording-failed: reason={}", ex.getClass().getSimpleName());
		}
		catch (RuntimeException | StackOverflowError | LinkageError ex) {
			// Errors too: a toString() of an attribute may be endless or miss a class.
			log.warn("recording-failed: request={}", SensitiveDataRedactor.redactRequest(request), ex);
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
	}

}
