package billpay.serverview.recording;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import billpay.session.SessionFingerprint;
import billpay.session.SessionProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.session.Session;

/**
 * What one request and the session repository say to each other, and what it does to the
 * attributes of its session.
 */
final class SessionRecorder {

	private final boolean merelyLooks;

	private final SessionProperties limits;

	private final StoreCalls calls = new StoreCalls();

	private final SessionChanges changes = new SessionChanges();

	private @Nullable Session session;

	private @Nullable SessionSnapshot before;

	/** The session as the store last told it, or was told it. */
	private @Nullable SessionSnapshot stored;

	private @Nullable SessionSnapshot saving;

	private boolean isSaved;

	/** Whether what the request has done is not known to have been kept. */
	private boolean isLeftOpen;

	/**
	 * Begins to record.
	 * @param merelyLooks whether the request only looks at what is recorded. Such a look
	 * is no use of the session: it prolongs nothing and changes nothing
	 * @param limits how long sessions live
	 */
	SessionRecorder(boolean merelyLooks, SessionProperties limits) {
		this.merelyLooks = merelyLooks;
		this.limits = limits;
	}

	boolean merelyLooks() {
		return this.merelyLooks;
	}

	boolean merelyLooksAt(Session session) {
		return this.merelyLooks && this.before != null && this.before.id().equals(session.getId());
	}

	/**
	 * The repository was asked for a session. After a save, Spring Session's filter asks
	 * once more whether the session is still there. Other sessions are not recorded:
	 * Spring Security looks at those of the same account when somebody logs in.
	 * @param id the id that was asked for
	 * @param session what the repository has, {@code null} when it has none of that id or
	 * that one has expired
	 */
	void found(String id, @Nullable Session session) {
		if (this.session == null) {
			foundFirst(id, session);
		}
		else if (this.saving != null && this.saving.id().equals(id)) {
			foundAfterSave(session);
		}
	}

	private void foundFirst(String id, @Nullable Session session) {
		if (session == null) {
			this.calls.add(StoreCall.Kind.NOT_FOUND, SessionFingerprint.of(id), null);
			return;
		}
		SessionSnapshot snapshot = snapshotOf(session);
		this.calls.add(StoreCall.Kind.FOUND, snapshot.fingerprint(), null);
		this.session = session;
		this.stored = snapshot;
		if (this.before == null) {
			this.before = snapshot;
		}
	}

	private void foundAfterSave(@Nullable Session session) {
		if (session != null) {
			this.stored = (this.isSaved) ? this.stored : snapshotOf(session);
		}
		else if (this.isSaved) {
			this.calls.add(StoreCall.Kind.REFUSED, this.saving.fingerprint(), null);
			end();
		}
	}

	// The repository was asked or told something about a session and did not answer.
	void unanswered(String id) {
		this.calls.add(StoreCall.Kind.UNANSWERED, SessionFingerprint.of(id), null);
		this.isLeftOpen = true;
	}

	// A session begins, in this request and not yet in the repository.
	void created(Session session) {
		this.session = session;
		this.stored = null;
	}

	// The repository is about to be given a session as the request has it.
	void saving(Session session) {
		boolean isOwn = this.session != null && this.session.getId().equals(session.getId());
		this.saving = (isOwn) ? snapshotOf(session) : null;
	}

	// The repository has been given that session.
	void saved() {
		if (this.saving == null || this.saving.equals(this.stored)) {
			return;
		}
		if (this.stored == null) {
			this.calls.add(StoreCall.Kind.CREATED, this.saving.fingerprint(), null);
		}
		else if (!this.stored.id().equals(this.saving.id())) {
			this.calls.add(StoreCall.Kind.MOVED, this.saving.fingerprint(), this.stored.fingerprint());
		}
		else {
			this.calls.add(StoreCall.Kind.SAVED, this.saving.fingerprint(), null);
		}
		this.changes.add(attributesOf(this.stored), attributesOf(this.saving));
		this.stored = this.saving;
		this.isSaved = true;
	}

	// The repository was told to delete a session, perhaps another than the request's.
	void deleted(String id) {
		this.calls.add(StoreCall.Kind.ENDED, SessionFingerprint.of(id), null);
		if (this.session == null || this.session.getId().equals(id)) {
			end();
		}
	}

	private void end() {
		this.changes.add(attributesOf(this.stored), Map.of());
		this.session = null;
		this.stored = null;
		this.isSaved = false;
	}

	boolean hasSession() {
		return this.session != null;
	}

	List<StoreCall> calls() {
		return this.calls.toList();
	}

	// The session as it was found, without its attributes.
	@Nullable SeenSession before() {
		return (this.before != null) ? this.before.seen(this.before.expiresAt(), List.of()) : null;
	}

	// The session as the request has it by now.
	@Nullable SeenSession now() {
		return seenWithAttributes(current());
	}

	// The session as the store has it when the request that came then has ended.
	@Nullable SeenSession after(Instant at) {
		return (this.stored != null && expiryOf(this.stored).isAfter(at)) ? seenWithAttributes(this.stored) : null;
	}

	List<Change> changesSoFar() {
		return this.changes.and(attributesOf(this.stored), attributesOf(current())).told();
	}

	List<Change> changes() {
		return this.changes.told();
	}

	// The fingerprint of an id that the browser does not know yet.
	@Nullable String newFingerprint() {
		SessionSnapshot now = current();
		boolean isNew = now != null && (this.stored == null || !this.stored.id().equals(now.id()));
		return (isNew) ? now.fingerprint() : null;
	}

	private @Nullable SessionSnapshot current() {
		return (this.session == null || this.isLeftOpen) ? this.stored : snapshotOf(this.session);
	}

	private SessionSnapshot snapshotOf(Session session) {
		return SessionSnapshot.of(session, SessionFingerprint.of(session.getId()), this.limits.expiryOf(session));
	}

	private Instant expiryOf(SessionSnapshot snapshot) {
		// While a request runs that merely looks, its session takes the look for a use.
		return ((this.merelyLooks && this.before != null) ? this.before : snapshot).expiresAt();
	}

	private @Nullable SeenSession seenWithAttributes(@Nullable SessionSnapshot snapshot) {
		return (snapshot != null) ? snapshot.seen(expiryOf(snapshot), ReadableValues.attributes(snapshot.attributes()))
				: null;
	}

	private static Map<String, Object> attributesOf(@Nullable SessionSnapshot snapshot) {
		return (snapshot != null) ? snapshot.attributes() : Map.of();
	}

}
