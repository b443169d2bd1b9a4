package billpay.session;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import billpay.web.StoreUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * The store as the session filter asks it, with somebody watching perhaps. It passes
 * everything on and asks the store nothing of its own. What a request has done to a
 * session that it merely looks at is not saved.
 */
public final class WatchedSessions implements Sessions {

	/**
	 * Where the filter belongs that has a request watched: outside all that asks the
	 * store.
	 */
	public static final int FILTER_ORDER = SessionRepositoryFilter.DEFAULT_ORDER - 2;

	private static final Logger log = LoggerFactory.getLogger(WatchedSessions.class);

	private final Sessions store;

	private final ThreadLocal<@Nullable Watched> current = new ThreadLocal<>();

	WatchedSessions(Sessions store) {
		this.store = store;
	}

	/**
	 * Has this thread's request watched until the returned value is closed.
	 * @param watch is told
	 * @return ends it
	 */
	public Watched watchedBy(SessionWatch watch) {
		Watched watched = new Watched(watch);
		this.current.set(watched);
		return watched;
	}

	@Override
	public LiveSession createSession() {
		LiveSession session = this.store.createSession();
		Watched watched = this.current.get();
		if (watched != null) {
			watched.begun = session;
		}
		tell((watch) -> watch.begun(session));
		return session;
	}

	@Override
	public @Nullable LiveSession findById(String id) {
		LiveSession session = answer(id, () -> this.store.findById(id));
		tell((watch) -> watch.read(id, session));
		return session;
	}

	/**
	 * Nobody is told: these are the sessions of other browsers.
	 */
	@Override
	public Map<String, LiveSession> findByIndexNameAndIndexValue(String indexName, String indexValue) {
		return this.store.findByIndexNameAndIndexValue(indexName, indexValue);
	}

	@Override
	public @Nullable LiveSession findInTurn(String id) {
		LiveSession session = answer(id, () -> this.store.findInTurn(id));
		tell((watch) -> watch.read(id, session));
		return session;
	}

	@Override
	public void endTurn(LiveSession session) {
		this.store.endTurn(session);
	}

	@Override
	public void save(LiveSession session) {
		Watched watched = this.current.get();
		if (watched != null && watched.watch.merelyLooks() && session != watched.begun) {
			return;
		}
		tell((watch) -> watch.saving(session));
		answer(session.getId(), () -> {
			this.store.save(session);
			return null;
		});
		tell((watch) -> watch.saved(session));
	}

	@Override
	public void deleteById(String id) {
		answer(id, () -> {
			this.store.deleteById(id);
			return null;
		});
		tell((watch) -> watch.ended(id));
	}

	private <T> @Nullable T answer(String id, Supplier<@Nullable T> question) {
		try {
			return question.get();
		}
		catch (StoreUnavailableException ex) {
			tell((watch) -> watch.unanswered(id));
			throw ex;
		}
		catch (Sessions.NotInTurn ex) {
			tell((watch) -> watch.notInTurn(id));
			throw ex;
		}
	}

	private void tell(Consumer<SessionWatch> event) {
		Watched watched = this.current.get();
		if (watched == null) {
			return;
		}
		try {
			event.accept(watched.watch);
		}
		catch (RuntimeException | StackOverflowError | LinkageError ex) {
			log.warn("watch-failed", ex);
		}
	}

	/**
	 * A request being watched.
	 */
	public final class Watched implements AutoCloseable {

		private final SessionWatch watch;

		private @Nullable LiveSession begun;

		private Watched(SessionWatch watch) {
			this.watch = watch;
		}

		@Override
		public void close() {
			WatchedSessions.this.current.remove();
		}

	}

}
