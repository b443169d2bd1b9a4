package billpay.account.profile;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import billpay.session.SessionFingerprint;
import billpay.web.format.LocalizedDateFormatter;
import jakarta.servlet.http.HttpSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * The sessions of a customer (OWASP ASVS 7.5.2). Ending one deletes it: its next request
 * is anonymous, and a concurrent request does not restore it.
 */
@Component
class AccountSessionService {

	private static final Logger log = LoggerFactory.getLogger(AccountSessionService.class);

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	private final LocalizedDateFormatter dates;

	AccountSessionService(FindByIndexNameSessionRepository<? extends Session> sessions, LocalizedDateFormatter dates) {
		this.sessions = sessions;
		this.dates = dates;
	}

	AccountSession current(HttpSession session) {
		return new AccountSession(SessionFingerprint.of(session.getId()),
				this.dates.dateTime(Instant.ofEpochMilli(session.getCreationTime())),
				this.dates.dateTime(Instant.ofEpochMilli(session.getLastAccessedTime())), true);
	}

	List<AccountSession> others(String user, HttpSession current) {
		return othersOf(user, current).sorted(Comparator.comparing(Session::getLastAccessedTime).reversed())
			.map((session) -> new AccountSession(SessionFingerprint.of(session.getId()),
					this.dates.dateTime(session.getCreationTime()), this.dates.dateTime(session.getLastAccessedTime()),
					false))
			.toList();
	}

	boolean end(String user, HttpSession current, String key) {
		List<? extends Session> found = othersOf(user, current)
			.filter((session) -> SessionFingerprint.of(session.getId()).equals("#" + key))
			.toList();
		found.forEach((session) -> end(user, session));
		return !found.isEmpty();
	}

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

}
