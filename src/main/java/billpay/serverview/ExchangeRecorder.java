package billpay.serverview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import billpay.session.LiveSession;
import billpay.session.SessionFingerprint;
import billpay.session.SessionStoreInfo;
import billpay.session.SessionWatch;
import billpay.session.StoredSession;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;

/**
 * One request while it is under way: it takes notes, and makes an {@link Exchange} of
 * them, for the page at the end of it and for the conversation afterwards. It belongs to
 * the request's thread and goes with it.
 */
final class ExchangeRecorder implements SessionWatch {

	private static final String ATTRIBUTE = ExchangeRecorder.class.getName();

	private final Instant at;

	private final boolean merelyLooks;

	private final boolean isShown;

	private final SessionStoreInfo store;

	private final List<StoreCall> calls = new ArrayList<>();

	private final ReadableValues values;

	private final Conversation conversation;

	private @Nullable LiveSession session;

	private @Nullable Moment before;

	/** The session as the store last told it, or was told it. */
	private @Nullable Moment stored;

	private @Nullable Moment saving;

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
	 * @param store where sessions live
	 * @param values makes texts of a session's values
	 */
	ExchangeRecorder(HttpServletRequest request, HttpServletResponse response, Instant at, boolean merelyLooks,
			ServerViewCookie.Choice choice, Conversation conversation, SessionStoreInfo store, ReadableValues values) {
		this.request = request;
		this.response = response;
		this.conversation = conversation;
		this.values = values;
		this.at = at;
		this.merelyLooks = merelyLooks;
		this.isShown = choice.on();
		this.word = choice.word();
		this.store = store;
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

	@Override
	public boolean merelyLooks() {
		return this.merelyLooks;
	}

	@Override
	public void read(String id, @Nullable LiveSession session) {
		if (session == null) {
			note(StoreCall.Kind.NOT_FOUND, SessionFingerprint.of(id), null);
			return;
		}
		Moment moment = momentOf(session);
		note(StoreCall.Kind.FOUND, moment.fingerprint(), null);
		this.session = session;
		this.stored = moment;
		if (this.before == null) {
			this.before = moment;
		}
	}

	@Override
	public void unanswered(String id) {
		leftOpen(StoreCall.Kind.UNANSWERED, id);
	}

	@Override
	public void notInTurn(String id) {
		leftOpen(StoreCall.Kind.NOT_IN_TURN, id);
	}

	private void leftOpen(StoreCall.Kind kind, String id) {
		note(kind, fingerprintOf(id), null);
		this.isLeftOpen = true;
	}

	@Override
	public void begun(LiveSession session) {
		this.session = session;
		this.stored = null;
	}

	@Override
	public void saving(LiveSession session) {
		this.saving = momentOf(session);
	}

	@Override
	public void saved(LiveSession session) {
		Moment asked = (this.saving != null) ? this.saving : momentOf(session);
		if (!session.isKept()) {
			note(StoreCall.Kind.REFUSED, asked.fingerprint(), null);
			end();
			return;
		}
		noteSaved(asked);
		this.changes.add(attributesOf(this.stored), attributesOf(asked));
		this.stored = momentOf(session);
	}

	private void noteSaved(Moment asked) {
		if (this.stored == null) {
			note(StoreCall.Kind.CREATED, asked.fingerprint(), null);
		}
		else if (!this.stored.state().id().equals(asked.state().id())) {
			note(StoreCall.Kind.MOVED, asked.fingerprint(), this.stored.fingerprint());
		}
		else if (!this.stored.equals(asked)) {
			note(StoreCall.Kind.SAVED, asked.fingerprint(), null);
		}
	}

	@Override
	public void ended(String id) {
		note(StoreCall.Kind.ENDED, SessionFingerprint.of(id), null);
		if (this.session == null || this.session.getId().equals(id)) {
			end();
		}
	}

	private void end() {
		this.changes.add(attributesOf(this.stored), Map.of());
		this.session = null;
		this.stored = null;
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
		Moment now = (this.session == null || this.isLeftOpen) ? this.stored : momentOf(this.session);
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
		boolean lives = this.stored != null && endOf(this.stored).isAfter(this.at);
		return write((lives) ? this.stored : null, this.changes, cookies.setBy(this.response), cookies);
	}

	private Exchange write(@Nullable Moment now, SessionChanges changes, List<SetCookie> setCookies,
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

	private void addToCome(List<SetCookie> setCookies, @Nullable Moment now, OurCookies cookies) {
		boolean news = now != null && (this.stored == null || !this.stored.state().id().equals(now.state().id()));
		if (news && setCookies.stream().noneMatch((cookie) -> cookie.name().equals(cookies.session().name()))) {
			setCookies.add(SetCookie.toCome(cookies.session(), now.fingerprint()));
		}
	}

	private Moment momentOf(LiveSession session) {
		StoredSession state = session.now();
		return new Moment(state, fingerprintOf(state.id()), state.user());
	}

	private String fingerprintOf(String secret) {
		if (this.before != null && this.before.state().id().equals(secret)) {
			return this.before.fingerprint();
		}
		return (secret.equals(this.word)) ? this.conversation.fingerprintOf(secret) : SessionFingerprint.of(secret);
	}

	private Instant endOf(Moment moment) {
		// While a request runs that merely looks, its session takes the look for a use.
		return this.store.endOf(((this.merelyLooks && this.before != null) ? this.before : moment).state());
	}

	private @Nullable SeenSession seen(@Nullable Moment moment, List<SeenSession.Attribute> attributes) {
		if (moment == null) {
			return null;
		}
		Authentication user = moment.user();
		return new SeenSession(moment.fingerprint(), moment.state().creationTime(), endOf(moment),
				(user != null) ? user.getName() : null, (user != null) ? ReadableValues.signedInAt(user) : null,
				attributes);
	}

	private static Map<String, Object> attributesOf(@Nullable Moment moment) {
		return (moment != null) ? moment.state().attributes() : Map.of();
	}

	/**
	 * A session at one moment, and its user as it was then: signing out takes the user
	 * out of the very value that says who it is. It does not outlive the request.
	 */
	private record Moment(StoredSession state, String fingerprint, @Nullable Authentication user) {
	}

}
