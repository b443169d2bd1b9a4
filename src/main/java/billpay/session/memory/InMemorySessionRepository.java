package billpay.session.memory;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import billpay.session.SessionDirectory;
import billpay.session.SessionProperties;
import com.github.benmanes.caffeine.cache.Cache;
import org.jspecify.annotations.Nullable;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.IndexResolver;
import org.springframework.session.MapSession;
import org.springframework.session.PrincipalNameIndexResolver;
import org.springframework.session.Session;
import org.springframework.session.SessionIdGenerator;

/**
 * Keeps sessions in the memory of one node. Spring Session's {@code MapSessionRepository}
 * removes an expired session only when it is looked up, stores a deleted session again
 * when a concurrent request saves it, and saves whole sessions, so that of two parallel
 * requests one loses what it wrote.
 * <p>
 * Anonymous and signed-in sessions are in two caches, so that any number of new anonymous
 * sessions never evicts a signed-in one. It publishes no session events, and keeps no
 * session longer than {@code billpay.session.absolute}.
 */
public class InMemorySessionRepository implements FindByIndexNameSessionRepository<InMemorySession>, SessionDirectory {

	private final IndexResolver<Session> indexResolver = new PrincipalNameIndexResolver<>();

	private final SessionIdGenerator idGenerator;

	private final Clock clock;

	private final SessionProperties properties;

	private final Cache<String, MapSession> anonymous;

	/**
	 * The ids of the latest anonymous sessions, the oldest first. A full Caffeine cache
	 * would evict the newest entries, which have not been read yet; here the oldest
	 * session is removed.
	 */
	private final BlockingQueue<String> arrivals;

	private final Cache<String, MapSession> signedIn;

	public InMemorySessionRepository(SessionProperties properties, SessionIdGenerator idGenerator, Clock clock) {
		this.properties = properties;
		this.idGenerator = idGenerator;
		this.clock = clock;
		SessionCacheFactory caches = new SessionCacheFactory(properties, clock);
		this.anonymous = caches.create(properties.maxAnonymous());
		this.arrivals = new ArrayBlockingQueue<>(properties.maxAnonymous());
		this.signedIn = caches.create(properties.maxSignedIn());
	}

	/**
	 * The number of sessions in memory. An expired one leaves within seconds by itself.
	 * @return how many there are
	 */
	@Override
	public long count() {
		return this.anonymous.estimatedSize() + this.signedIn.estimatedSize();
	}

	@Override
	public List<InMemorySession> findNewest(int offset, int limit) {
		return Stream.of(this.anonymous, this.signedIn)
			.flatMap((cache) -> cache.asMap().values().stream())
			.sorted(Comparator.comparing(MapSession::getCreationTime).reversed())
			.skip(offset)
			.limit(limit)
			.map((session) -> copyOf(session, false))
			.toList();
	}

	@Override
	public InMemorySession createSession() {
		Instant now = this.clock.instant();
		MapSession session = new MapSession(this.idGenerator.generate());
		session.setCreationTime(now);
		session.setLastAccessedTime(now);
		session.setMaxInactiveInterval(this.properties.anonymousIdle());
		return copyOf(session, true);
	}

	private InMemorySession copyOf(MapSession session, boolean isNew) {
		return new InMemorySession(session, isNew, this.clock, this.idGenerator);
	}

	@Override
	public @Nullable InMemorySession findById(String id) {
		MapSession session = this.signedIn.getIfPresent(id);
		if (session == null) {
			session = this.anonymous.getIfPresent(id);
		}
		return (session != null) ? copyOf(session, false) : null;
	}

	/**
	 * Looks at every signed-in session. It is asked once for each login, whose password
	 * hash takes longer than a look at tens of thousands of sessions.
	 */
	@Override
	public Map<String, InMemorySession> findByIndexNameAndIndexValue(String indexName, String indexValue) {
		if (!PRINCIPAL_NAME_INDEX_NAME.equals(indexName)) {
			return Map.of();
		}
		return this.signedIn.asMap()
			.values()
			.stream()
			.filter((session) -> indexValue.equals(principalOf(session)))
			.map((session) -> copyOf(session, false))
			.collect(Collectors.toMap(InMemorySession::getId, Function.identity()));
	}

	@Override
	public void deleteById(String id) {
		this.anonymous.invalidate(id);
		this.signedIn.invalidate(id);
	}

	/**
	 * Writes what the request has changed. A session that was deleted while the request
	 * ran stays deleted: what the request wanted to write is dropped.
	 */
	@Override
	public void save(InMemorySession session) {
		if (session.isNew()) {
			create(session);
		}
		else {
			update(session);
		}
		session.saved();
	}

	private void create(InMemorySession session) {
		MapSession created = new MapSession(session);
		if (principalOf(created) == null) {
			makeRoomFor(created.getId());
		}
		cacheOf(created).put(created.getId(), created);
	}

	private void makeRoomFor(String id) {
		while (!this.arrivals.offer(id)) {
			String oldest = this.arrivals.poll();
			if (oldest != null) {
				this.anonymous.invalidate(oldest);
			}
		}
	}

	private void update(InMemorySession session) {
		String storedId = session.storedId();
		Cache<String, MapSession> cache = (this.signedIn.getIfPresent(storedId) != null) ? this.signedIn
				: this.anonymous;
		if (session.getId().equals(storedId) && cacheOf(session) == cache) {
			cache.asMap().computeIfPresent(storedId, (id, stored) -> session.mergeInto(stored));
			return;
		}
		MapSession removed = cache.asMap().remove(storedId);
		if (removed != null) {
			MapSession moved = session.mergeInto(removed);
			cacheOf(moved).put(moved.getId(), moved);
		}
	}

	private Cache<String, MapSession> cacheOf(Session session) {
		return (principalOf(session) != null) ? this.signedIn : this.anonymous;
	}

	private @Nullable String principalOf(Session session) {
		return this.indexResolver.resolveIndexesFor(session).get(PRINCIPAL_NAME_INDEX_NAME);
	}

}
