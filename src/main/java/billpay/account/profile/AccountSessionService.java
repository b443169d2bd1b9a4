package billpay.account.profile;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import billpay.session.SessionFingerprint;
import jakarta.servlet.http.HttpSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * The sessions in which a customer is signed in (OWASP ASVS 7.5.2). To end one is to
 * delete it: its next request is a stranger's, and one that is under way brings nothing
 * back.
 */
@Component
class AccountSessionService {

	private static final Logger log = LoggerFactory.getLogger(AccountSessionService.class);

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	private final Clock clock;

	AccountSessionService(FindByIndexNameSessionRepository<? extends Session> sessions, Clock clock) {
		this.sessions = sessions;
		this.clock = clock;
	}

	/**
	 * The session of this request.
	 * @param session the session as the request has it
	 * @return what the page shows of it
	 */
	AccountSession current(HttpSession session) {
		return new AccountSession(SessionFingerprint.of(session.getId()),
				time(Instant.ofEpochMilli(session.getCreationTime())),
				time(Instant.ofEpochMilli(session.getLastAccessedTime())), true);
	}

	/**
	 * The customer's other sessions.
	 * @param user the account's name
	 * @param current the session of this request
	 * @return the latest first
	 */
	List<AccountSession> others(String user, HttpSession current) {
		return othersOf(user, current)
			.map((session) -> new AccountSession(SessionFingerprint.of(session.getId()),
					time(session.getCreationTime()), time(session.getLastAccessedTime()), false))
			.sorted(Comparator.comparing(AccountSession::lastUsed).reversed())
			.toList();
	}

	/**
	 * Ends one of the customer's other sessions.
	 * @param user the account's name
	 * @param current the session of this request
	 * @param key the other one's {@link AccountSession#key() fingerprint}
	 * @return {@code false} when the customer has no such session
	 */
	boolean end(String user, HttpSession current, String key) {
		List<? extends Session> found = othersOf(user, current)
			.filter((session) -> SessionFingerprint.of(session.getId()).equals("#" + key))
			.toList();
		found.forEach((session) -> end(user, session));
		return !found.isEmpty();
	}

	/**
	 * Ends all of the customer's sessions but this one.
	 * @param user the account's name
	 * @param current the session of this request
	 */
	void endOthers(String user, HttpSession current) {
		othersOf(user, current).forEach((session) -> end(user, session));
	}

	private Stream<? extends Session> othersOf(String user, HttpSession current) {
		return this.sessions.findByPrincipalName(user)
			.values()
			.stream()
			.filter((session) -> !session.getId().equals(current.getId()));
	}

	private void end(String user, Session session) {
		this.sessions.deleteById(session.getId());
		log.info("session-ended: user={} ended={}", user, SessionFingerprint.of(session.getId()));
	}

	private ZonedDateTime time(Instant instant) {
		return instant.atZone(this.clock.getZone());
	}

}
