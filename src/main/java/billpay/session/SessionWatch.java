package billpay.session;

import org.jspecify.annotations.Nullable;

/**
 * Is told what one request and the session store say to each other, on the request's own
 * thread. What it throws is logged and disturbs nobody. It changes no session.
 */
public interface SessionWatch {

	/**
	 * Whether the request merely looks at what is remembered. Such a look is no use of
	 * the session: it prolongs nothing and changes nothing.
	 * @return {@code true} when a session that was there before is not saved
	 */
	boolean merelyLooks();

	/**
	 * The store was asked for a session.
	 * @param id the id that the request named
	 * @param session what the store has, {@code null} when it has none of that id or that
	 * one has expired
	 */
	void read(String id, @Nullable LiveSession session);

	/**
	 * The store was asked for a session, or told something about one, and did not answer.
	 * @param id the session's id
	 */
	void unanswered(String id);

	/**
	 * The store was asked for a session to write to, or given it, and another request has
	 * its turn.
	 * @param id the session's id
	 */
	void notInTurn(String id);

	/**
	 * A session begins, in this request and not yet in the store.
	 * @param session the session
	 */
	void begun(LiveSession session);

	/**
	 * The store is about to be given a session to keep.
	 * @param session the session as the request has it, without what other requests have
	 * done meanwhile
	 */
	void saving(LiveSession session);

	/**
	 * The store was given a session to keep.
	 * @param session the session as the store has it now,
	 * {@linkplain LiveSession#isKept() unless} it was ended meanwhile: then it stays
	 * ended
	 */
	void saved(LiveSession session);

	/**
	 * The store was told to end a session, which need not be that of the request.
	 * @param id the session's id in the store
	 */
	void ended(String id);

}
