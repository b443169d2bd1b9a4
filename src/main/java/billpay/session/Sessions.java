package billpay.session;

import org.jspecify.annotations.Nullable;

import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * The store, as one request asks it; the only index it keeps is the name of whoever is
 * signed in. Requests of one session that write take turns, also when another node
 * answers them; {@link SessionLockFilter} sees to it on this one.
 */
interface Sessions extends FindByIndexNameSessionRepository<LiveSession> {

	/**
	 * Finds a session for a request that will write to it, when no other request of that
	 * session on another node is at it.
	 * @param id the session's id
	 * @return the session, {@code null} when there is none of that id
	 * @throws NotInTurn when the others take too long
	 */
	default @Nullable LiveSession findInTurn(String id) {
		return findById(id);
	}

	/**
	 * Lets the next request have its turn, if saving the session has not done so.
	 * @param session the session that was found in turn
	 */
	default void endTurn(LiveSession session) {
	}

	/**
	 * Too many requests of one session are waiting, or one takes too long.
	 */
	final class NotInTurn extends RuntimeException {

		NotInTurn() {
			super("The other requests of this session take too long");
		}

	}

}
