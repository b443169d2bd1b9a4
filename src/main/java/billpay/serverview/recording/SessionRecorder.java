package billpay.serverview.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import billpay.serverview.exchange.AttributeChange;
import billpay.serverview.exchange.RecordedSession;
import billpay.serverview.exchange.SessionAttribute;
import billpay.serverview.exchange.SessionStoreCall;
import billpay.session.SessionFingerprint;
import billpay.session.SessionProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.session.Session;

/**
 * Records what one request asks of the session repository, and what it does to the
 * attributes of its session. A read-only request, which only shows what is recorded,
 * changes nothing in its session and does not prolong it.
 */
final class SessionRecorder {

	private final boolean readOnly;

	private final SessionProperties limits;

	private final SessionValueFormatter formatter;

	private final List<SessionStoreCall> calls = new ArrayList<>();

	private final SessionChanges changes = new SessionChanges();

	private @Nullable Session session;

	private @Nullable SessionSnapshot before;

	/** The session as the store has it. */
	private @Nullable SessionSnapshot stored;

	private @Nullable SessionSnapshot saving;

	private boolean saved;

	private boolean storeFailed;

	SessionRecorder(boolean readOnly, SessionProperties limits, SessionValueFormatter formatter) {
		this.readOnly = readOnly;
		this.limits = limits;
		this.formatter = formatter;
	}

	boolean isReadOnly() {
		return this.readOnly;
	}

	boolean isReadOnly(Session session) {
		return this.readOnly && this.before != null && this.before.id().equals(session.getId());
	}

	// Spring Session's filter asks once more after a save. Other sessions are not
	// recorded: Spring Security reads those of the same account at a login.
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
			addCall(SessionStoreCall.Kind.NOT_FOUND, SessionFingerprint.of(id), null);
			return;
		}
		this.session = session;
		this.stored = snapshotOf(session);
		this.before = (this.before != null) ? this.before : this.stored;
		addCall(SessionStoreCall.Kind.FOUND, this.stored.fingerprint(), null);
	}

	private void foundAfterSave(@Nullable Session session) {
		if (session != null) {
			this.stored = (this.saved) ? this.stored : snapshotOf(session);
		}
		else if (this.saved) {
			addCall(SessionStoreCall.Kind.REFUSED, this.saving.fingerprint(), null);
			end();
		}
	}

	void failed(String id) {
		addCall(SessionStoreCall.Kind.UNANSWERED, SessionFingerprint.of(id), null);
		this.storeFailed = true;
	}

	void created(Session session) {
		this.session = session;
		this.stored = null;
	}

	void saving(Session session) {
		boolean isOwn = this.session != null && this.session.getId().equals(session.getId());
		this.saving = (isOwn) ? snapshotOf(session) : null;
	}

	void saved() {
		if (this.saving == null || this.saving.equals(this.stored)) {
			return;
		}
		String fingerprint = this.saving.fingerprint();
		if (this.stored == null) {
			addCall(SessionStoreCall.Kind.CREATED, fingerprint, null);
		}
		else if (this.stored.id().equals(this.saving.id())) {
			addCall(SessionStoreCall.Kind.SAVED, fingerprint, null);
		}
		else {
			addCall(SessionStoreCall.Kind.MOVED, fingerprint, this.stored.fingerprint());
		}
		this.changes.add(this.stored, this.saving);
		this.stored = this.saving;
		this.saved = true;
	}

	void deleted(String id) {
		addCall(SessionStoreCall.Kind.ENDED, SessionFingerprint.of(id), null);
		if (this.session == null || this.session.getId().equals(id)) {
			end();
		}
	}

	private void end() {
		this.changes.add(this.stored, null);
		this.session = null;
		this.stored = null;
		this.saved = false;
	}

	private void addCall(SessionStoreCall.Kind kind, String fingerprint, @Nullable String before) {
		SessionStoreCall call = new SessionStoreCall(kind, fingerprint, before);
		// An error page asks again for what its request has asked for.
		if (this.calls.isEmpty() || !this.calls.get(this.calls.size() - 1).equals(call)) {
			this.calls.add(call);
		}
	}

	List<SessionStoreCall> calls() {
		return List.copyOf(this.calls);
	}

	List<AttributeChange> changes() {
		return this.changes.toList(this.formatter);
	}

	List<AttributeChange> changesUntil(@Nullable SessionSnapshot now) {
		return this.changes.and(this.stored, now).toList(this.formatter);
	}

	List<SessionAttribute> attributes() {
		return this.formatter.attributes(SessionSnapshot.attributesOf(currentSnapshot()));
	}

	@Nullable RecordedSession before() {
		return SessionSnapshot.toRecord(this.before);
	}

	// The session as the store has it when the request that came then has ended.
	@Nullable RecordedSession after(Instant at) {
		return (this.stored != null && this.stored.expiresAt().isAfter(at)) ? SessionSnapshot.toRecord(this.stored)
				: null;
	}

	// Whether the browser does not know the session's id yet.
	boolean hasNewId(SessionSnapshot now) {
		return this.stored == null || !this.stored.id().equals(now.id());
	}

	@Nullable SessionSnapshot currentSnapshot() {
		// When the store has failed, whether it has saved anything is not known.
		return (this.session == null || this.storeFailed) ? this.stored : snapshotOf(this.session);
	}

	private SessionSnapshot snapshotOf(Session session) {
		// The access of a read-only request is not saved.
		Instant expiresAt = (this.readOnly && this.before != null) ? this.before.expiresAt()
				: this.limits.expiryOf(session);
		return SessionSnapshot.of(session, expiresAt);
	}

}
