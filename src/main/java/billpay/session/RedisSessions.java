package billpay.session;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import billpay.web.StoreUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.session.SessionIdGenerator;

/**
 * Sessions in Redis, where all nodes find them, in hashes laid out as those of Spring
 * Session with values that a person can read. In place of Spring Session's
 * {@code RedisSessionRepository} because that one asks Redis four times for what takes
 * two, and its question whether a session still exists is a step of its own: a session
 * that is ended between that and the next step comes back. Here one script does it all.
 * <p>
 * For one Redis, with or without replicas, and not for a Redis Cluster: a script touches
 * the sessions of one account together. The nodes' clocks have to agree to the second or
 * so, as each tells by its own when a session was last used. There are no session events,
 * and how many signed-in sessions there may be is Redis's own {@code maxmemory}.
 */
final class RedisSessions implements Sessions {

	private static final String NAMESPACE = "billpay:";

	private static final String SESSION = NAMESPACE + "sessions:";

	private static final String TURN = NAMESPACE + "turns:";

	private static final String STRANGERS = NAMESPACE + "strangers";

	private static final String ACCOUNT = NAMESPACE + "accounts:";

	private static final String TOO_LATE = "late";

	/** Redis has understood, and what it was asked makes no sense. */
	private static final String FAULT = "ERR";

	/** What Redis 6 packs into such an answer when a script has met with it. */
	private static final Pattern UNWELL = Pattern
		.compile("OOM|READONLY|MISCONF|LOADING|NOREPLICAS|max number of clients");

	private static final String NO_HASH = "WRONGTYPE";

	/** A request that takes longer than this lets the others of its session pass. */
	private static final Duration LONGEST_TURN = Duration.ofSeconds(5);

	private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(5);

	private static final Logger log = LoggerFactory.getLogger(RedisSessions.class);

	private static final RedisScript<List<String>> SAVE = script("save");

	private static final RedisScript<List<String>> TAKE_TURN = script("take-turn");

	private static final RedisScript<List<String>> END_TURN = script("end-turn");

	private static final RedisScript<List<String>> END = script("end");

	private final SessionIdGenerator ids = new SecureRandomSessionIdGenerator();

	private final SessionHash hash = new SessionHash();

	private final StringRedisTemplate redis;

	private final BooleanSupplier reachable;

	private final SessionProperties limits;

	private final Clock clock;

	RedisSessions(StringRedisTemplate redis, BooleanSupplier reachable, SessionProperties limits, Clock clock) {
		this.redis = redis;
		this.reachable = reachable;
		this.limits = limits;
		this.clock = clock;
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static RedisScript<List<String>> script(String name) {
		return (RedisScript) RedisScript.of(new ClassPathResource(name + ".lua", RedisSessions.class), List.class);
	}

	@Override
	public LiveSession createSession() {
		Instant now = this.clock.instant();
		return new Read(new StoredSession(this.ids.generate(), now, now, this.limits.anonymousIdle(), Map.of()), null,
				null);
	}

	@Override
	public @Nullable LiveSession findById(String id) {
		return read(id, ask(() -> this.redis.<String, String>opsForHash().entries(SESSION + id), Map.of()), null);
	}

	@Override
	public @Nullable LiveSession findInTurn(String id) {
		String turn = Long.toString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX);
		long end = System.nanoTime() + this.limits.turnTimeout().toNanos();
		List<String> fields = takeTurn(id, turn);
		while (isRefusal(fields)) {
			if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
				throw new NotInTurn();
			}
			LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
			fields = takeTurn(id, turn);
		}
		return read(id, SessionHash.of(fields), turn);
	}

	private List<String> takeTurn(String id, String turn) {
		try {
			return ask(TAKE_TURN, List.of(SESSION + id, TURN + id), turn, Long.toString(LONGEST_TURN.toMillis()));
		}
		catch (StoreUnavailableException ex) {
			// A Redis that was frozen still does what it was asked, and this comes after.
			CompletableFuture.runAsync(() -> endTurn(id, turn));
			throw ex;
		}
	}

	private List<String> ask(RedisScript<List<String>> script, List<String> keys, Object... arguments) {
		return ask(() -> this.redis.execute(script, keys, arguments), List.of());
	}

	/**
	 * Asks Redis.
	 * @param <T> what it answers
	 * @param question what to ask
	 * @param nothing the answer when there is something else in the place of a session
	 * @return the answer
	 * @throws StoreUnavailableException when Redis cannot say
	 */
	private <T> T ask(Supplier<T> question, T nothing) {
		if (!this.reachable.getAsBoolean()) {
			throw new StoreUnavailableException(StoreUnavailableException.Store.SESSIONS,
					new RedisConnectionFailureException("Never reached"));
		}
		try {
			return question.get();
		}
		catch (RedisConnectionFailureException | QueryTimeoutException | RedisSystemException ex) {
			String reason = String.valueOf(ex.getMostSpecificCause().getMessage());
			if (reason.contains(NO_HASH)) {
				log.warn("session-unreadable: reason=no hash");
				return nothing;
			}
			if (reason.startsWith(FAULT) && !UNWELL.matcher(reason).find()) {
				throw ex;
			}
			throw new StoreUnavailableException(StoreUnavailableException.Store.SESSIONS, ex);
		}
	}

	@Override
	public Map<String, LiveSession> findByIndexNameAndIndexValue(String indexName, String indexValue) {
		if (!PRINCIPAL_NAME_INDEX_NAME.equals(indexName)) {
			return Map.of();
		}
		Set<String> keys = ask(() -> this.redis.opsForZSet().range(ACCOUNT + indexValue, 0, -1), Set.of());
		return keys.stream()
			.map((key) -> findById(key.substring(SESSION.length())))
			.filter((session) -> session != null && indexValue.equals(session.stored().principal()))
			.collect(Collectors.toMap(LiveSession::getId, Function.identity()));
	}

	@Override
	public void endTurn(LiveSession session) {
		Read read = (Read) session;
		endTurn(read.stored().id(), read.turn);
		read.turn = null;
	}

	private void endTurn(String id, @Nullable String turn) {
		if (turn != null) {
			// The script as a whole: nobody would hear that Redis does not know its name.
			ask(() -> this.redis.<List<String>>execute((RedisConnection connection) -> connection.scriptingCommands()
				.eval(bytes(END_TURN.getScriptAsString()), ReturnType.MULTI, 1, bytes(TURN + id), bytes(turn))),
					List.of());
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void deleteById(String id) {
		ask(END, List.of(SESSION + id, STRANGERS), ACCOUNT);
	}

	/**
	 * Writes what the request changed. A session that was ended while the request ran
	 * stays ended.
	 */
	@Override
	public void save(LiveSession session) {
		Read read = (Read) session;
		StoredSession wanted = read.now();
		List<String> changes = this.hash.changes(read, wanted);
		List<String> arguments = new ArrayList<>(List.of((read.version != null) ? Long.toString(read.version) : "",
				Long.toString(wanted.lastAccessedTime().toEpochMilli()),
				Long.toString(
						Duration.between(this.clock.instant(), wanted.expiresAt(this.limits.absolute())).toMillis()),
				(wanted.principal() != null) ? wanted.principal() : "", (read.turn != null) ? read.turn : "",
				Integer.toString(this.limits.maxAnonymous()), Integer.toString(this.limits.maxPerAccount()), ACCOUNT));
		arguments.addAll(changes);
		String before = read.stored().id();
		List<String> others = ask(SAVE, List.of(SESSION + before, SESSION + wanted.id(), TURN + before, STRANGERS),
				arguments.toArray());
		read.turn = null;
		if (others.equals(List.of(TOO_LATE))) {
			throw new NotInTurn();
		}
		if (isRefusal(others)) {
			read.notKept();
			return;
		}
		Read merged = (others.isEmpty()) ? null : read(wanted.id(), SessionHash.of(others), null);
		read.version = (merged != null) ? merged.version : versionAfter(read.version, changes);
		read.savedAs((merged != null) ? merged.stored() : wanted);
	}

	private static long versionAfter(@Nullable Long version, List<String> changes) {
		return ((version != null) ? version : 0) + ((changes.isEmpty()) ? 0 : 1);
	}

	private static boolean isRefusal(List<String> answer) {
		return answer.size() == 1;
	}

	private @Nullable Read read(String id, Map<String, String> fields, @Nullable String turn) {
		SessionHash.Found found = this.hash.read(id, fields);
		if (found != null && found.session().expiresAt(this.limits.absolute()).isAfter(this.clock.instant())) {
			return new Read(found.session(), found.version(), turn);
		}
		endTurn(id, turn);
		return null;
	}

	/**
	 * A session as it was read: at which version, and in which turn.
	 */
	private final class Read extends LiveSession {

		private @Nullable Long version;

		private @Nullable String turn;

		Read(StoredSession stored, @Nullable Long version, @Nullable String turn) {
			super(stored, version == null, RedisSessions.this.clock, RedisSessions.this.ids);
			this.version = version;
			this.turn = turn;
		}

	}

}
