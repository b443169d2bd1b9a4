package billpay.lab.balance;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps a balance in a session, with all that comes of it. What has been paid out is
 * handed on from session to session: it is what the bank really loses.
 */
@Component
class BalanceSessions {

	static final BigDecimal AMOUNT = new BigDecimal("100.00");

	private static final String ACCOUNT = "account";

	private final SessionRepository<MapSession> sessions;

	BalanceSessions(@Qualifier("labSessions") SessionRepository<MapSession> sessions) {
		this.sessions = sessions;
	}

	String open(Owner owner) {
		return begin(Account.opened(owner));
	}

	@Nullable Account find(String id) {
		MapSession session = this.sessions.findById(id);
		return (session != null && session.getAttribute(ACCOUNT) instanceof Account account) ? account : null;
	}

	/**
	 * Does something in a browser.
	 * @param action what is done
	 * @param id the session of the browser
	 * @param owner who sits there
	 * @return the session of the browser afterwards
	 */
	String perform(Action action, String id, Owner owner) {
		if (find(id) == null) {
			return open(owner);
		}
		return switch (action) {
			case WITHDRAW -> withdraw(id);
			case TWO_TABS -> withdrawInTwoTabs(id);
			case EXPIRE -> expire(id);
			case OTHER_NODE -> moveToOtherNode(id);
		};
	}

	private String withdraw(String id) {
		change(load(id), (account) -> account.withdraw(AMOUNT));
		return id;
	}

	// Both requests load the session before either has saved it.
	private String withdrawInTwoTabs(String id) {
		MapSession first = load(id);
		MapSession second = load(id);
		BigDecimal before = account(first).paidOut();
		change(first, (account) -> account.withdraw(AMOUNT));
		BigDecimal afterwards = before.add(account(first).paidOut().subtract(before).multiply(BigDecimal.valueOf(2)));
		change(second, (account) -> account.withdraw(AMOUNT).with(afterwards, "two-tabs"));
		return id;
	}

	private String expire(String id) {
		Account expired = account(load(id));
		this.sessions.deleteById(id);
		return begin(Account.opened(expired.owner()).with(expired.paidOut(), "expired"));
	}

	// The other node has never heard of the session, so it begins one.
	private String moveToOtherNode(String id) {
		Account elsewhere = account(load(id));
		return begin(
				Account.opened(elsewhere.owner()).withdraw(AMOUNT).with(elsewhere.paidOut().add(AMOUNT), "other-node"));
	}

	private String begin(Account account) {
		MapSession session = this.sessions.createSession();
		session.setAttribute(ACCOUNT, account);
		this.sessions.save(session);
		return session.getId();
	}

	private MapSession load(String id) {
		MapSession session = this.sessions.findById(id);
		if (session == null) {
			throw new IllegalStateException("The session has gone in between");
		}
		return session;
	}

	private void change(MapSession session, UnaryOperator<Account> change) {
		session.setAttribute(ACCOUNT, change.apply(account(session)));
		this.sessions.save(session);
	}

	private static Account account(MapSession session) {
		return session.getRequiredAttribute(ACCOUNT);
	}

}
