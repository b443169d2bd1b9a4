package billpay.lab.balance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import billpay.lab.technique.LabProperties;
import billpay.lab.technique.session.LabSessionRepository;

import org.springframework.session.MapSession;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Service;

/**
 * Keeps balances in sessions, on two nodes that have a memory each, with all that comes
 * of it.
 */
@Service
class BalanceService {

	static final BigDecimal AMOUNT = new BigDecimal("100.00");

	private static final String BALANCE = "balance";

	private final SessionRepository<MapSession> node;

	private final SessionRepository<MapSession> otherNode;

	private final Bank bank;

	BalanceService(LabProperties properties, SessionIdGenerator ids, Bank bank) {
		this.node = new LabSessionRepository(properties, ids);
		this.otherNode = new LabSessionRepository(properties, ids);
		this.bank = bank;
	}

	String begin(Owner owner) {
		return begin(this.node, SessionBalance.opened(owner, this.bank.open(), "opened"));
	}

	/**
	 * What a session holds, on whichever node it is.
	 * @param id the session's id
	 * @return the balance, empty when no node has the session
	 */
	Optional<SessionBalance> find(String id) {
		return Stream.of(this.node, this.otherNode).flatMap((store) -> find(store, id).stream()).findFirst();
	}

	/**
	 * The node that has a session.
	 * @param id the session's id
	 * @return 1 or 2
	 */
	int nodeOf(String id) {
		return (find(this.otherNode, id).isPresent()) ? 2 : 1;
	}

	BigDecimal paidOut(SessionBalance balance) {
		return this.bank.paidOut(balance.account());
	}

	/**
	 * Does something in a browser.
	 * @param action what is done
	 * @param id the session of the browser
	 * @param owner who sits there
	 * @return the session of the browser afterwards
	 */
	String perform(Action action, String id, Owner owner) {
		Optional<SessionBalance> balance = find(id);
		if (balance.isEmpty()) {
			return begin(owner);
		}
		SessionRepository<MapSession> store = (find(this.node, id).isPresent()) ? this.node : this.otherNode;
		switch (action) {
			case WITHDRAW -> withdraw(store, store.findById(id), "withdrawn");
			case TWO_TABS -> withdrawInTwoTabs(store, id);
			case EXPIRE -> {
				store.deleteById(id);
				return begin(store, SessionBalance.opened(owner, balance.get().account(), "expired"));
			}
			case OTHER_NODE -> {
				return withdrawOn((store == this.node) ? this.otherNode : this.node, id, balance.get());
			}
		}
		return id;
	}

	// Both requests load the session before either has saved it.
	private void withdrawInTwoTabs(SessionRepository<MapSession> store, String id) {
		MapSession first = store.findById(id);
		MapSession second = store.findById(id);
		withdraw(store, first, "withdrawn");
		withdraw(store, second, "two-tabs");
	}

	// The other node does not find the session in its memory, and begins one.
	private String withdrawOn(SessionRepository<MapSession> store, String id, SessionBalance balance) {
		if (store.findById(id) != null) {
			return id;
		}
		String begun = begin(store, SessionBalance.opened(balance.owner(), balance.account(), "other-node"));
		withdraw(store, store.findById(begun), "other-node");
		return begun;
	}

	private void withdraw(SessionRepository<MapSession> store, MapSession session, String event) {
		SessionBalance balance = session.getRequiredAttribute(BALANCE);
		SessionBalance left = balance.with("not-enough");
		if (balance.covers(AMOUNT)) {
			this.bank.pay(balance.account(), AMOUNT);
			left = balance.minus(AMOUNT).with(event);
		}
		session.setAttribute(BALANCE, left);
		session.setLastAccessedTime(Instant.now());
		store.save(session);
	}

	private static Optional<SessionBalance> find(SessionRepository<MapSession> store, String id) {
		return Optional.ofNullable(store.findById(id)).map((session) -> session.getAttribute(BALANCE));
	}

	private static String begin(SessionRepository<MapSession> store, SessionBalance balance) {
		MapSession session = store.createSession();
		session.setAttribute(BALANCE, balance);
		store.save(session);
		return session.getId();
	}

}
