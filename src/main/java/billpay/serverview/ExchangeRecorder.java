package billpay.serverview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import billpay.session.SessionFingerprint;
import billpay.session.SessionProperties;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.session.Session;

/**
 * One request while it is under way: it takes notes, and makes an {@link Exchange} of
 * them, for the page at the end of it and for the conversation afterwards. It belongs to
 * the request's thread and goes with it.
 */
final class ExchangeRecorder {

	private static final String ATTRIBUTE = ExchangeRecorder.class.getName();

	private final Instant at;

	private final boolean merelyLooks;

	private final boolean isShown;

	private final SessionProperties limits;

	private final List<StoreCall> calls = new ArrayList<>();

	private final ReadableValues values;

	private final Conversation conversation;

	private @Nullable Session session;

	/** The session that this request has begun. */
	private @Nullable Session created;

	private @Nullable SessionSnapshot before;

	/** The session as the store last told it, or was told it. */
	private @Nullable SessionSnapshot stored;

	private @Nullable SessionSnapshot saving;

	private boolean isSaved;

	/** Whether what the request has done is not known to have been kept. */
	private boolean isLeftOpen;

	private final SessionChanges changes = new SessionChanges();

	private HttpServletRequest request;

	private HttpServletResponse response;

	private Exchange.@Nullable RequestLine line;

	private List<SentCookie> sent = List.of();

	private @Nullable String word;

	private @Nullable Exchange kept;

	private @Nullable String title;

	private @Nullable Experiment experiment;

	/**
	 * Begins to take notes.
	 * @param request the request as the container has it
	 * @param response its answer
	 * @param at when the request came
	 * @param merelyLooks whether it only looks at what is recorded, and is not recorded
	 * @param choice whether the browser sees them, and what its recordings are found by
	 * @param conversation what is recorded of the browser so far
	 * @param limits how long sessions live
	 * @param values makes texts of a session's values
	 */
	ExchangeRecorder(HttpServletRequest request, HttpServletResponse response, Instant at, boolean merelyLooks,
			ServerViewCookie.Choice choice, Conversation conversation, SessionProperties limits,
			ReadableValues values) {
		this.request = request;
		this.response = response;
		this.conversation = conversation;
		this.values = values;
		this.at = at;
		this.merelyLooks = merelyLooks;
		this.isShown = choice.on();
		this.word = choice.word();
		this.limits = limits;
	}

	static @Nullable ExchangeRecorder of(HttpServletRequest request) {
		return (ExchangeRecorder) request.getAttribute(ATTRIBUTE);
	}

	/**
	 * Takes its notes from now on of a request as the container has it: further in, each
	 * header is looked through letter by letter whenever it is asked for.
	 * @param request the request, or its error page
	 * @param response its answer
	 */
	void attachTo(HttpServletRequest request, HttpServletResponse response) {
		// A forward changes what the browser has sent.
		if (request.getDispatcherType() != DispatcherType.FORWARD) {
			this.request = request;
		}
		this.response = response;
		request.setAttribute(ATTRIBUTE, this);
	}

	/**
	 * Whether the request merely looks at what is recorded. Such a look is no use of the
	 * session: it prolongs nothing and changes nothing.
	 * @return {@code true} when a session that was there before is not saved
	 */
	boolean merelyLooks() {
		return this.merelyLooks;
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
			note(StoreCall.Kind.NOT_FOUND, SessionFingerprint.of(id), null);
			return;
		}
		SessionSnapshot snapshot = snapshotOf(session);
		note(StoreCall.Kind.FOUND, snapshot.fingerprint(), null);
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
			note(StoreCall.Kind.REFUSED, this.saving.fingerprint(), null);
			end();
		}
	}

	/**
	 * The repository was asked or told something and did not answer.
	 * @param id the session's id
	 */
	void unanswered(String id) {
		note(StoreCall.Kind.UNANSWERED, fingerprintOf(id), null);
		this.isLeftOpen = true;
	}

	/**
	 * A session begins, in this request and not yet in the repository.
	 * @param session the session
	 */
	void created(Session session) {
		this.session = session;
		this.created = session;
		this.stored = null;
	}

	boolean hasCreated(Session session) {
		return this.created == session;
	}

	/**
	 * The repository is about to be given a session to keep.
	 * @param session the session as the request has it
	 */
	void saving(Session session) {
		boolean isOwn = this.session != null && this.session.getId().equals(session.getId());
		this.saving = (isOwn) ? snapshotOf(session) : null;
	}

	/**
	 * The repository has been given that session.
	 */
	void saved() {
		if (this.saving == null || this.saving.equals(this.stored)) {
			return;
		}
		if (this.stored == null) {
			note(StoreCall.Kind.CREATED, this.saving.fingerprint(), null);
		}
		else if (!this.stored.id().equals(this.saving.id())) {
			note(StoreCall.Kind.MOVED, this.saving.fingerprint(), this.stored.fingerprint());
		}
		else {
			note(StoreCall.Kind.SAVED, this.saving.fingerprint(), null);
		}
		this.changes.add(attributesOf(this.stored), attributesOf(this.saving));
		this.stored = this.saving;
		this.isSaved = true;
	}

	/**
	 * The repository was told to delete a session, which need not be that of the request.
	 * @param id the session's id
	 */
	void deleted(String id) {
		note(StoreCall.Kind.ENDED, SessionFingerprint.of(id), null);
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

	private void note(StoreCall.Kind kind, String fingerprint, @Nullable String before) {
		StoreCall call = new StoreCall(kind, fingerprint, before);
		// Two that say the same one after the other are one: an error page asks again.
		if (this.calls.isEmpty() || !this.calls.get(this.calls.size() - 1).equals(call)) {
			this.calls.add(call);
		}
	}

	Conversation conversation() {
		return this.conversation;
	}

	@Nullable String word() {
		return this.word;
	}

	/**
	 * Takes note of the browser's new word.
	 * @param word the word, {@code null} when nothing is to be kept of this request
	 */
	void word(@Nullable String word) {
		this.word = word;
	}

	boolean isShown() {
		return this.isShown;
	}

	/**
	 * Whether there is a session by now, in the store or on its way there.
	 * @return {@code true} when the next request will have one
	 */
	boolean hasSession() {
		return this.session != null;
	}

	/**
	 * What is kept of this request already: one that fails ends once more, with its error
	 * page.
	 * @return the notes, {@code null} before the first time
	 */
	@Nullable Exchange kept() {
		return this.kept;
	}

	void kept(Exchange exchange) {
		this.kept = exchange;
	}

	void tries(Experiment experiment) {
		this.experiment = experiment;
	}

	void titled(String title) {
		this.title = title;
	}

	/**
	 * What has happened so far, for the page that is being made.
	 * @param cookies the cookies of ours
	 * @return the notes
	 */
	Exchange soFar(OurCookies cookies) {
		SessionSnapshot now = (this.session == null || this.isLeftOpen) ? this.stored : snapshotOf(this.session);
		List<SetCookie> setCookies = cookies.setBy(this.response);
		addToCome(setCookies, now, cookies);
		SessionChanges soFar = this.changes.and(attributesOf(this.stored), attributesOf(now));
		return write(now, soFar, setCookies, cookies);
	}

	/**
	 * What has happened in all. The session is now what the store has of it.
	 * @param cookies the cookies of ours
	 * @return the notes
	 */
	Exchange end(OurCookies cookies) {
		boolean lives = this.stored != null && expiryOf(this.stored).isAfter(this.at);
		return write((lives) ? this.stored : null, this.changes, cookies.setBy(this.response), cookies);
	}

	private Exchange write(@Nullable SessionSnapshot now, SessionChanges changes, List<SetCookie> setCookies,
			OurCookies cookies) {
		if (this.line == null) {
			this.line = RequestNotes.of(this.request);
			this.sent = cookies.sentWith(this.request, this::fingerprintOf);
		}
		int status = this.response.getStatus();
		String location = (status >= 300 && status < 400) ? this.response.getHeader(HttpHeaders.LOCATION) : null;
		return new Exchange(this.at, this.line, this.sent, seen(this.before, List.of()),
				seen(now, this.conversation.textsOf(attributesOf(now), this.values)), List.copyOf(this.calls),
				changes.told(this.values), new Exchange.Answer(status,
						(location != null) ? RequestNotes.target(location) : null, setCookies, this.title),
				this.experiment);
	}

	private void addToCome(List<SetCookie> setCookies, @Nullable SessionSnapshot now, OurCookies cookies) {
		boolean news = now != null && (this.stored == null || !this.stored.id().equals(now.id()));
		if (news && setCookies.stream().noneMatch((cookie) -> cookie.name().equals(cookies.session().name()))) {
			setCookies.add(SetCookie.toCome(cookies.session(), now.fingerprint()));
		}
	}

	private SessionSnapshot snapshotOf(Session session) {
		return SessionSnapshot.of(session, fingerprintOf(session.getId()), this.limits.expiryOf(session));
	}

	private String fingerprintOf(String secret) {
		if (this.before != null && this.before.id().equals(secret)) {
			return this.before.fingerprint();
		}
		return (secret.equals(this.word)) ? this.conversation.fingerprintOf(secret) : SessionFingerprint.of(secret);
	}

	private Instant expiryOf(SessionSnapshot snapshot) {
		// While a request runs that merely looks, its session takes the look for a use.
		return ((this.merelyLooks && this.before != null) ? this.before : snapshot).expiresAt();
	}

	private @Nullable SeenSession seen(@Nullable SessionSnapshot snapshot, List<SeenSession.Attribute> attributes) {
		if (snapshot == null) {
			return null;
		}
		Authentication user = snapshot.user();
		return new SeenSession(snapshot.fingerprint(), snapshot.creationTime(), expiryOf(snapshot),
				(user != null) ? user.getName() : null, (user != null) ? ReadableValues.signedInAt(user) : null,
				attributes);
	}

	private static Map<String, Object> attributesOf(@Nullable SessionSnapshot snapshot) {
		return (snapshot != null) ? snapshot.attributes() : Map.of();
	}

}
