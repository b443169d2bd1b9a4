package billpay.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import billpay.web.StoreUnavailableException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpMethod;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * Asks the store once in a request and tells it once. Spring Session's filter saves a
 * session when the answer is committed and again when the request ends, and after each
 * asks the store whether the session is still there: five times in all, and each time
 * costs a round trip when the store is on the network. Here the second question has the
 * answer of the first, and what has been saved is saved again only if it has changed
 * since.
 */
final class SessionsOnce implements FindByIndexNameSessionRepository<LiveSession> {

	private static final Logger log = LoggerFactory.getLogger(SessionsOnce.class);

	private final Sessions store;

	private final ThreadLocal<@Nullable Known> current = new ThreadLocal<>();

	SessionsOnce(Sessions store) {
		this.store = store;
	}

	@Override
	public LiveSession createSession() {
		return this.store.createSession();
	}

	@Override
	public @Nullable LiveSession findById(String id) {
		Known known = this.current.get();
		if (known == null) {
			return this.store.findById(id);
		}
		if (!known.sessions.containsKey(id)) {
			known.sessions.put(id,
					ask(known, () -> (known.writes) ? this.store.findInTurn(id) : this.store.findById(id)));
		}
		return known.sessions.get(id);
	}

	@Override
	public void save(LiveSession session) {
		Known known = this.current.get();
		if (known == null) {
			this.store.save(session);
			return;
		}
		if (session == known.saved && !session.isChanged()) {
			return;
		}
		String before = session.stored().id();
		ask(known, () -> {
			this.store.save(session);
			return null;
		});
		known.saved = session;
		known.sessions.put(before, null);
		known.sessions.put(session.getId(), (session.isKept()) ? session : null);
	}

	@Override
	public void deleteById(String id) {
		this.store.deleteById(id);
		Known known = this.current.get();
		if (known != null) {
			known.sessions.put(id, null);
		}
	}

	@Override
	public Map<String, LiveSession> findByIndexNameAndIndexValue(String indexName, String indexValue) {
		return this.store.findByIndexNameAndIndexValue(indexName, indexValue);
	}

	/**
	 * Says where a request begins and ends.
	 * @param sessionFilter asks the store, in between
	 * @return a filter in its place
	 */
	Filter around(Filter sessionFilter) {
		return (request, response, chain) -> {
			Known known = Known.of((HttpServletRequest) request);
			this.current.set(known);
			try {
				sessionFilter.doFilter(request, response, chain);
			}
			catch (Sessions.NotInTurn ex) {
				known.writes = false;
				SessionLockFilter.refuse((HttpServletRequest) request, (HttpServletResponse) response);
			}
			finally {
				this.current.remove();
				known.sessions.values().stream().filter(Objects::nonNull).forEach(this::endTurn);
			}
		};
	}

	private void endTurn(LiveSession session) {
		try {
			this.store.endTurn(session);
		}
		catch (StoreUnavailableException ex) {
			// It ends by itself soon, and what the request has met with counts for more.
			log.debug("turn-not-ended", ex);
		}
	}

	// Not asked again in the same request: each time takes as long as the first.
	private static <T> @Nullable T ask(Known known, Supplier<@Nullable T> question) {
		if (known.failure != null) {
			throw known.failure;
		}
		try {
			return question.get();
		}
		catch (StoreUnavailableException ex) {
			known.failure = ex;
			throw ex;
		}
	}

	/**
	 * What a request knows of the store by now. It is the request's and not the thread's
	 * alone, because a request that fails comes again for its error page.
	 */
	private static final class Known {

		private static final String ATTRIBUTE = Known.class.getName();

		private final Map<String, @Nullable LiveSession> sessions = new HashMap<>();

		private boolean writes;

		private @Nullable StoreUnavailableException failure;

		private @Nullable LiveSession saved;

		private Known(boolean writes) {
			this.writes = writes;
		}

		private static Known of(HttpServletRequest request) {
			Known known = (Known) request.getAttribute(ATTRIBUTE);
			if (known == null) {
				boolean writes = HttpMethod.POST.matches(request.getMethod())
						&& request.getDispatcherType() == DispatcherType.REQUEST;
				known = new Known(writes);
				request.setAttribute(ATTRIBUTE, known);
			}
			return known;
		}

	}

}
