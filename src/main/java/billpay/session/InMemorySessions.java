package billpay.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Scheduler;
import org.jspecify.annotations.Nullable;

import org.springframework.session.SessionIdGenerator;

/**
 * Sessions in the memory of this one process, gone with it. In place of Spring Session's
 * {@code MapSessionRepository} because that one never forgets an expired session, brings
 * back a revoked one when a request that was under way saves it, and saves whole sessions
 * so that the last of two parallel requests wins.
 * <p>
 * Strangers and signed-in customers live in two maps, so that a flood of the first never
 * drives out one of the second. No session events are sent, and every session ends.
 */
final class InMemorySessions implements Sessions {

	private static final Duration LATE = Duration.ofSeconds(2);

	private final SessionIdGenerator ids = new SecureRandomSessionIdGenerator();

	private final Clock clock;

	private final SessionProperties limits;

	private final Cache<String, StoredSession> strangers;

	/**
	 * The ids of the latest sessions as they began. Left to itself a full map would turn
	 * newcomers away, as nobody has asked for them yet; here a stranger goes when so many
	 * others have come since.
	 */
	private final BlockingQueue<String> arrivals;

	private final Cache<String, StoredSession> customers;

	InMemorySessions(SessionProperties limits, Clock clock) {
		this.clock = clock;
		this.limits = limits;
		this.strangers = newCache(limits.maxAnonymous());
		this.arrivals = new ArrayBlockingQueue<>(limits.maxAnonymous());
		this.customers = newCache(limits.maxSignedIn());
	}

	private Cache<String, StoredSession> newCache(int maximumSize) {
		return Caffeine.newBuilder()
			.maximumSize(maximumSize)
			.expireAfter(Expiry.writing((String id, StoredSession session) -> untilExpiry(session)))
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(this.clock.millis()))
			.scheduler(InMemorySessions::wake)
			.executor(Runnable::run)
			.build();
	}

	private static Future<?> wake(Executor executor, Runnable cleanUp, long delay, TimeUnit unit) {
		// Later than the map asks: woken too early by its own clock it would find nothing
		// expired, take the call for one still to come, and never be woken again.
		return Scheduler.systemScheduler()
			.schedule(executor, cleanUp, unit.toMillis(delay) + LATE.toMillis(), TimeUnit.MILLISECONDS);
	}

	private Duration untilExpiry(StoredSession session) {
		Duration left = Duration.between(this.clock.instant(), session.expiresAt(this.limits.absolute()));
		return (left.isNegative()) ? Duration.ZERO : left;
	}

	/**
	 * The number of sessions in memory; an expired one leaves within seconds by itself.
	 * @return how many there are
	 */
	long count() {
		return this.strangers.estimatedSize() + this.customers.estimatedSize();
	}

	@Override
	public LiveSession createSession() {
		Instant now = this.clock.instant();
		return new LiveSession(new StoredSession(this.ids.generate(), now, now, this.limits.anonymousIdle(), Map.of()),
				true, this.clock, this.ids);
	}

	@Override
	public @Nullable LiveSession findById(String id) {
		StoredSession stored = this.customers.getIfPresent(id);
		if (stored == null) {
			stored = this.strangers.getIfPresent(id);
		}
		return (stored != null) ? new LiveSession(stored, false, this.clock, this.ids) : null;
	}

	@Override
	public Map<String, LiveSession> findByIndexNameAndIndexValue(String indexName, String indexValue) {
		Stream<StoredSession> found = (PRINCIPAL_NAME_INDEX_NAME.equals(indexName)) ? sessionsOf(indexValue)
				: Stream.empty();
		return found.map((stored) -> new LiveSession(stored, false, this.clock, this.ids))
			.collect(Collectors.toMap(LiveSession::getId, Function.identity()));
	}

	private Stream<StoredSession> sessionsOf(String principal) {
		return this.customers.asMap().values().stream().filter((session) -> principal.equals(session.principal()));
	}

	@Override
	public void deleteById(String id) {
		this.strangers.invalidate(id);
		this.customers.invalidate(id);
	}

	/**
	 * Writes what the request changed. A session that was revoked while the request ran
	 * stays revoked: what the request wanted to write is dropped.
	 */
	@Override
	public void save(LiveSession session) {
		StoredSession saved = (session.isNew()) ? create(session) : update(session);
		if (saved != null) {
			session.savedAs(saved);
		}
		else {
			session.notKept();
		}
	}

	private StoredSession create(LiveSession session) {
		StoredSession created = session.stored().with(session);
		makeRoomFor(created.id());
		put(created);
		return created;
	}

	private void makeRoomFor(String stranger) {
		while (!this.arrivals.offer(stranger)) {
			String first = this.arrivals.poll();
			if (first != null) {
				this.strangers.invalidate(first);
			}
		}
	}

	private @Nullable StoredSession update(LiveSession session) {
		Cache<String, StoredSession> home = homeOf(session.stored());
		String storedId = session.stored().id();
		StoredSession expected = session.stored().with(session);
		if (expected.id().equals(storedId) && homeOf(expected) == home) {
			return home.asMap().computeIfPresent(storedId, (id, current) -> current.with(session));
		}
		StoredSession removed = home.asMap().remove(storedId);
		if (removed == null) {
			return null;
		}
		StoredSession moved = removed.with(session);
		put(moved);
		return moved;
	}

	private Cache<String, StoredSession> homeOf(StoredSession session) {
		return (session.principal() != null) ? this.customers : this.strangers;
	}

	private void put(StoredSession session) {
		String principal = session.principal();
		if (principal == null) {
			this.strangers.put(session.id(), session);
			return;
		}
		// One at a time, or two parallel sign-ins would each see room for one more.
		synchronized (this.customers) {
			this.customers.put(session.id(), session);
			endLongestUnused(principal, session.id());
		}
	}

	private void endLongestUnused(String principal, String latest) {
		List<StoredSession> others = sessionsOf(principal).filter((session) -> !session.id().equals(latest))
			.sorted(Comparator.comparing(StoredSession::lastAccessedTime))
			.toList();
		int tooMany = others.size() + 1 - this.limits.maxPerAccount();
		others.stream().limit(Math.max(tooMany, 0)).map(StoredSession::id).forEach(this.customers::invalidate);
	}

}
